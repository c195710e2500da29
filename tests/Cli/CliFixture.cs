using System.Text;
using NetDsl.Cli;
using NetDsl.Emit;

namespace NetDsl.Tests.Cli;

/// <summary>A command line in a folder of its own, with streams that can be looked at and an emitter that only notes.</summary>
public abstract class CliFixture : IDisposable
{
    private readonly MemoryStream output = new();
    private readonly StringWriter error = new() { NewLine = "\n" };
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("netdsl-test-");

    private protected CliFixture()
    {
        Host = new CliHost
        {
            Output = output,
            Error = error,
            CurrentDirectory = folder.FullName,
            Environment = new Dictionary<string, string> { ["HOME"] = PathOf("home") },
            Emitter = (net, options) =>
            {
                EmittedWith = options;
                return Emit(net);
            },
        };
    }

    private protected CliHost Host { get; set; }

    private protected EmitOptions? EmittedWith { get; private set; }

    private protected Func<Net, Emission> Emit { get; set; } = net => Emission(net);

    private protected string Output => Encoding.UTF8.GetString(output.ToArray());

    private protected byte[] OutputBytes => output.ToArray();

    private protected string Error => error.ToString();

    public void Dispose()
    {
        folder.Delete(recursive: true);
        output.Dispose();
        error.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static Emission Emission(Net net, params Diagnostic[] diagnostics) =>
        new(
            $"model {net.Name}\n",
            new Config(net.Name, []),
            [.. diagnostics],
            new LoweringReport([new LoweringEntry("batch_norm", new("model.cs", 7)) { Variant = "fired" }])
        );

    private protected string PathOf(string name) => Path.Combine(folder.FullName, name);

    private protected string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
        return name;
    }

    private protected string Read(string name) => File.ReadAllText(PathOf(name));

    /// <summary>A model file whose program hands over one model.</summary>
    private protected string WriteModel(string name, string net = "tagger", string before = "") =>
        Write(
            name,
            $"{before}using NetDsl;\nreturn NetDslCli.Run(args, Model);\nstatic Net Model() => new(\"{net}\");\n"
        );

    private protected void SetEnvironment(string name, string value) =>
        Host = Host with { Environment = new Dictionary<string, string>(Host.Environment) { [name] = value } };

    /// <summary>As the installed tool.</summary>
    private protected int Run(params string[] args) => new CliApplication(Host, models: null).Run(args);

    /// <summary>As a script with these models.</summary>
    private protected int RunScript(Func<Net>[] models, params string[] args) =>
        new CliApplication(Host, models).Run(args);

    /// <summary>As a script with one model.</summary>
    private protected int RunTagger(params string[] args) => RunScript([() => new Net("tagger")], args);
}
