using NetDsl.Emit;
using Xunit;

namespace NetDsl.Tests.Comparing;

/// <summary>Which values of an old checkpoint a new net is given.</summary>
public sealed class CheckpointTests
{
    [Fact]
    public void Layers_that_swap_their_scopes_take_their_values_along() =>
        Assert.Equal(
            ["p1/W -> p2/W", "p1/b -> p2/b", "p2/W -> p1/W", "p2/b -> p1/b"],
            Renamed(Net("p1", "p2"), Net("p2", "p1"))
        );

    [Fact]
    public void Scopes_that_move_on_by_one_take_their_values_along() =>
        Assert.Equal(
            ["p1/W -> p2/W", "p1/b -> p2/b", "p2/W -> p3/W", "p2/b -> p3/b"],
            Renamed(Net("p1", "p2"), Net("p2", "p3"))
        );

    [Fact]
    public void Scopes_that_stay_need_no_map() => Assert.Empty(Renamed(Net("p1", "p2"), Net("p1", "p2")));

    private static IEnumerable<string> Renamed(NetView old, NetView @new) =>
        NetDifference
            .Between(old, @new)
            .Variables.Where(change => change.IsBreaking)
            .Select(change => $"{change.OldName} -> {change.NewName}")
            .Order(StringComparer.Ordinal);

    private static NetView Net(string first, string second) =>
        NetView
            .Read(
                $$$"""
                extern_data = {"data": {"dim": 6}}
                network = {
                    "a": {"class": "linear", "from": "data", "n_out": 6, "activation": "relu", "name_scope": "{{{first}}}"},
                    "b": {"class": "linear", "from": "a", "n_out": 6, "activation": "tanh", "name_scope": "{{{second}}}"},
                    "output": {"class": "copy", "from": "b"},
                }
                """,
                "net.py"
            )
            .View!;
}
