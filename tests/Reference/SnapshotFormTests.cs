using System.Globalization;
using System.Text.RegularExpressions;
using NetDsl.Reference;
using NetDsl.Tests.Repository;
using Xunit;

namespace NetDsl.Tests.Reference;

/// <summary>Every net that is emitted in both forms: fused, it computes what its blocks do. Large ones are for <see cref="ExampleFormTests"/>.</summary>
public sealed partial class SnapshotFormTests
{
    private const string Primitive = "form=PythonPrimitive.verified.py";
    private const string Fused = "form=Python.verified.py";
    private const int Largest = 100;

    public static TheoryData<string> Names =>
        [
            .. Directory
                .EnumerateFiles(RepositoryFiles.FullPath("snapshots"), $"*{Primitive}")
                .Where(file => File.Exists(file.Replace(Primitive, Fused, StringComparison.Ordinal)))
                .Where(file => !Sizes().Matches(File.ReadAllText(file)).Any(IsLarge))
                .Select(file => Path.GetFileName(file)[..^Primitive.Length])
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_forms_compute_the_same(string name)
    {
        var report = NetVerifier.Compare(Read(name + Fused), "fused.py", Read(name + Primitive), "blocks.py", new());

        Findings.None([.. report.Diagnostics.Select(diagnostic => diagnostic.ToString())]);
    }

    private static bool IsLarge(Match size) => int.Parse(size.Groups[1].Value, CultureInfo.InvariantCulture) > Largest;

    private static string Read(string file) => File.ReadAllText(RepositoryFiles.FullPath("snapshots", file));

    [GeneratedRegex(@"= Dim\(([0-9]+),", RegexOptions.CultureInvariant)]
    private static partial Regex Sizes();
}
