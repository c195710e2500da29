using System.Reflection;
using System.Text.RegularExpressions;
using NetDsl.Emit;
using NetDsl.Layers;
using NetDsl.Tests.Repository;
using Xunit;

namespace NetDsl.Tests.Docs;

/// <summary>What takes the place of a name of returnn_common is there.</summary>
public sealed partial class PredecessorTests
{
    private const string Page = "docs/from-returnn-common.md";

    private static readonly Type[] types =
    [
        .. new[] { typeof(Net), typeof(Linear), typeof(ConfigEmitter) }.SelectMany(type =>
            type.Assembly.GetExportedTypes()
        ),
    ];

    private static IEnumerable<Match> Rows => Row().Matches(Documents.Read(Page));

    [Fact]
    public void Every_name_of_ours_in_the_table_is_public() =>
        Findings.None(
            from row in Rows
            from name in Name().Matches(row.Groups["ours"].Value)
            where !IsPublic(name.Value)
            select $"{Page}: {row.Groups["theirs"].Value} points to {name.Value}, which is not there"
        );

    [Fact]
    public void What_nothing_takes_the_place_of_has_a_reason() =>
        Findings.None(
            Rows.Where(row => row.Groups["ours"].Value == "none" && row.Groups["note"].Value.Trim().Length == 0)
                .Select(row => row.Groups["theirs"].Value)
        );

    [Fact]
    public void Every_name_of_theirs_stands_once() =>
        Findings.None(
            Rows.GroupBy(row => row.Groups["theirs"].Value).Where(same => same.Count() > 1).Select(same => same.Key)
        );

    private static bool IsPublic(string name)
    {
        var parts = name.Split('.');
        return types.Any(type =>
            type.Name == parts[0]
            && (
                parts.Length == 1
                || type.GetMember(
                    parts[1],
                    MemberTypes.All,
                    BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance
                ).Length > 0
            )
        );
    }

    [GeneratedRegex(@"^\| `(?<theirs>[\w.]+)` \| (?<ours>[^|]+) \| (?<note>[^|]*)\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"(?<=`)[\w.]+(?=`)")]
    private static partial Regex Name();
}
