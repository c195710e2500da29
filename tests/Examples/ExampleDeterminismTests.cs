using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NetDsl.Cli;
using NetDsl.Emit;
using NetDsl.Tests.Cli;
using NetDsl.Tests.Repository;
using Xunit;

namespace NetDsl.Tests.Examples;

/// <summary>
/// Each example is one text: in every culture, on threads beside each other, from a script with the line ends of either system. A few runs
/// of each as a rule; <c>NETDSL_RUNS</c> says how many.
/// </summary>
[Collection("Console")]
public sealed class ExampleDeterminismTests : CliFixture
{
    private const int Threads = 2;

    private static readonly string[] cultures = ["", "tr-TR", "de-DE", "ar-SA", "fa-IR"];

    private static readonly int runs = int.TryParse(
        Environment.GetEnvironmentVariable("NETDSL_RUNS"),
        NumberStyles.None,
        CultureInfo.InvariantCulture,
        out var given
    )
        ? given
        : 20;

    public static TheoryData<string> Files =>
        [
            .. Directory
                .EnumerateFiles(RepositoryFiles.FullPath("examples"), "*.cs")
                .Select(file => Path.GetFileName(file))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public void An_example_has_one_digest(string file)
    {
        var lines = File.ReadAllLines(RepositoryFiles.FullPath("examples", file))
            // The copy is not where the project is.
            .Where(line => !line.StartsWith("#:project", StringComparison.Ordinal))
            .ToArray();
        var digests = new HashSet<string>();
        foreach (var end in new[] { "\n", "\r\n" })
        {
            Write(file, string.Join(end, lines) + end);
            using var program = new ModelLoader(Host, new GlobalSettings { Cache = false }).Load(file);
            Func<Net>[] models = [.. program.Models];
            Collect(models, digests);
        }

        Assert.Single(digests);
    }

    private static void Collect(Func<Net>[] models, HashSet<string> digests)
    {
        var each = Math.Max(1, runs / (2 * cultures.Length * Threads));
        foreach (var culture in cultures)
        {
            var threads = Enumerable
                .Range(0, Threads)
                .Select(_ => new Thread(() =>
                {
                    CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                    for (var run = 0; run < each; run++)
                    {
                        var digest = Digest(models);
                        lock (digests)
                        {
                            digests.Add(digest);
                        }
                    }
                }))
                .ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());
        }
    }

    // Of all models of the file, in each language that can say them.
    private static string Digest(IEnumerable<Func<Net>> models)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var model in models)
        {
            foreach (var format in Enum.GetValues<ConfigFormat>())
            {
                hash.AppendData(Encoding.UTF8.GetBytes(Text(model, format)));
            }
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static string Text(Func<Net> model, ConfigFormat format)
    {
        try
        {
            return ConfigEmitter.Emit(model(), new EmitOptions { Format = format }).Text;
        }
        catch (ModelException end)
        {
            // Not with the place of the script, which is another one for each test.
            return string.Join('\n', end.Diagnostics.Select(finding => $"{finding.Code} {finding.Message}"));
        }
    }
}
