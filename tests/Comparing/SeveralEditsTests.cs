using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using NetDsl.Cli;
using NetDsl.Emit;
using Xunit;

namespace NetDsl.Tests.Comparing;

/// <summary>Up to four edits at once, at places that have nothing to do with each other: as many are told, and the same ones.</summary>
public sealed partial class SeveralEditsTests
{
    private const int MostLines = 3;

    private static readonly SeededEdit[] kinds =
    [
        SeededEdits.Rename,
        SeededEdits.Option,
        SeededEdits.LossScale,
        SeededEdits.Size,
        SeededEdits.Class,
        SeededEdits.Insert,
        SeededEdits.Delete,
        SeededEdits.Source,
        SeededEdits.Setting,
    ];

    private static readonly Gen<(int Net, (int Kind, int Layer, int Choice)[] Edits)> several = Gen.Select(
        Gen.Int[0, ComparedNets.All.Length - 1],
        Gen.Select(Gen.Int[0, kinds.Length - 1], Gen.Int[0, 10_000], Gen.Int[0, 10_000]).Array[1, 4]
    );

    [Fact]
    public void What_was_done_is_what_is_told_in_at_most_three_lines_each() =>
        several.Sample(
            seed =>
            {
                var (name, text) = ComparedNets.All[seed.Net];
                var editor = new NetEditor(text);
                var before = editor.Text();
                var expected = new List<string>();
                var touched = new HashSet<string>(StringComparer.Ordinal);
                foreach (var (kind, layer, choice) in seed.Edits)
                {
                    if (kinds[kind](editor, touched, layer, choice) is { } done)
                    {
                        expected.Add(Words(done));
                    }
                }

                Verify($"{name} (net {seed.Net})", before, editor.Text(), expected);
            },
            iter: 300
        );

    [Fact]
    public void A_dim_of_another_size_is_one_edit_whatever_it_is_used_for() =>
        Gen.Select(Gen.Int[0, ComparedNets.All.Length - 1], Gen.Int[0, 10_000])
            .Sample(
                seed =>
                {
                    var (name, _) = ComparedNets.All[seed.Item1];
                    var text = new NetEditor(ComparedNets.All[seed.Item1].Text).Text();
                    var sizes = SizedDim().Matches(text).ToList();
                    if (sizes.Count == 0)
                    {
                        return;
                    }

                    var chosen = sizes[seed.Item2 % sizes.Count];
                    var size = int.Parse(chosen.Groups["size"].Value, CultureInfo.InvariantCulture) * 2;
                    var resized =
                        text[..chosen.Groups["size"].Index]
                        + size.ToString(CultureInfo.InvariantCulture)
                        + text[(chosen.Groups["size"].Index + chosen.Groups["size"].Length)..];
                    var dim = chosen.Groups["name"].Value;
                    Verify(name, text, resized, [Words(new(EditKind.Resized, dim, dim))]);
                },
                iter: 100
            );

    private static void Verify(string name, string before, string after, List<string> expected)
    {
        var found = NetDifference.Between(View(before), View(after));
        var told = found.Edits.Select(Words).Order(StringComparer.Ordinal).ToList();
        expected.Sort(StringComparer.Ordinal);
        var words = string.Join("; ", told);
        Assert.True(told.SequenceEqual(expected), $"{name}: {string.Join("; ", expected)}\nreported: {words}");

        using var lines = new StringWriter();
        TextDifferenceWriter.Write(found, lines);
        var count = lines.ToString().Count(c => c == '\n');
        Assert.True(count <= Math.Max(1, found.Edits.Length * MostLines) + 1, $"{name}\n{lines}");
    }

    private static string Words(NetEdit edit) => $"{edit.Kind} {edit.Old} -> {edit.New}";

    private static NetView View(string text) => NetView.Read(text, "net.py").View!;

    [GeneratedRegex("(?m)^\\w+ = Dim\\((?<size>[0-9]+), name=\"(?<name>[^\"]+)\"")]
    private static partial Regex SizedDim();
}
