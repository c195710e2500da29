using System.Text;
using NetDsl.Emit;
using NetDsl.Reference;
using NetDsl.Tests.Golden;
using NetDsl.Tests.Repository;
using Xunit;

namespace NetDsl.Tests.Fuzzing;

/// <summary>Whatever a config or a template holds, it is read, computed, or told what is wrong: nothing is thrown, and everything ends.</summary>
public sealed class FuzzTests
{
    private static readonly NetView other = NetView.Read(GoldenFiles.TrainingConfig(), "other.py").View!;

    private static readonly string[] good =
    [
        GoldenFiles.TrainingConfig(),
        .. GoldenFiles.CaseNames.Select(name => GoldenFiles.Case(name).Config),
        .. GoldenFiles.JsonCaseNames.Select(name => GoldenFiles.JsonCase(name).Config),
        .. GoldenFiles.RandomNets.Where(net => net.Number % 10 == 0).Select(net => net.Config),
    ];

    private static readonly string[] templates =
    [
        "{{ header }}{{ imports }}{{ settings }}{{ dims }}{{ body }}",
        "#!rnn.py\n# {{ model }}\n{{ for x in [1, 2] }}{{ x + 1 }}{{ end }}\n{{ body | string.strip }}",
        "{{ if model == 'a' }}{{ settings | string.upcase }}{{ else }}{{ dims }}{{ end }}{{~ func f(x) ~}}{{ x }}{{ end }}",
        "{{ capture z }}{{ imports }}{{ end }}{{ z | string.size }}{{ while false }}{{ end }}{{ {a: [1]}.a[0] }}",
    ];

    public static TheoryData<string> Corpus =>
        [
            .. Directory
                .EnumerateFiles(CorpusFolder)
                .Select(file => Path.GetFileName(file))
                .Order(StringComparer.Ordinal),
        ];

    private static string CorpusFolder => RepositoryFiles.FullPath("tests", "Fuzzing", "corpus");

    [Fact]
    public void Configs_with_other_words_numbers_and_parts() =>
        new FuzzRun(trials: 600, new Mutator(good).Next, ReadAll).Run();

    [Fact]
    public void Configs_that_are_computed_and_compared_with_themselves() =>
        new FuzzRun(
            trials: 300,
            new Mutator([.. good.Where(config => config.Length < 4_000)]).Next,
            text =>
            {
                Compute(text, "a.py");
                Compute(text, "a.json");
            }
        ).Run();

    [Fact]
    public void Bytes() =>
        new FuzzRun(
            trials: 300,
            numbers => numbers.OneOf(["", "{", "#!rnn.py\n", "network = "]) + Noise(numbers, numbers.Below(400)),
            ReadAll
        ).Run();

    [Fact]
    public void Templates() =>
        new FuzzRun(
            trials: 400,
            new Mutator(templates).Next,
            template =>
                ConfigWriter.Write(
                    new Config("a", [new("x", "{{ y }}")]),
                    new WriteOptions(ConfigFormat.Python, template, "a.sbn", Header: true),
                    []
                )
        ).Run();

    [Theory]
    [MemberData(nameof(Corpus))]
    public void What_once_went_wrong(string file) => ReadAll(File.ReadAllText(Path.Combine(CorpusFolder, file)));

    private static void ReadAll(string text)
    {
        ConfigReaders.ReadAll(text, "a.py", other);
        ConfigReaders.ReadAll(text, "a.json", other);
    }

    private static void Compute(string text, string path)
    {
        try
        {
            var report = NetVerifier.Compare(text, path, text, path, new() { Batches = 1 });
            Assert.DoesNotContain(report.Diagnostics, finding => finding.Code == "ND7010");
        }
        catch (OutOfMemoryException)
        {
            // Dims may be of any size; the tool tells of it as ND0141.
        }
    }

    private static string Noise(FuzzNumbers numbers, int count)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
        {
            bytes[i] = (byte)numbers.Below(256);
        }

        return Encoding.Latin1.GetString(bytes);
    }
}
