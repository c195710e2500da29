using Xunit;
using static NetDsl.Tests.Writing.Written;

namespace NetDsl.Tests.Writing;

public sealed class LargeNetTests
{
    private const int Layers = 5_000;

    [Fact]
    public void A_net_of_5000_layers_has_5000_lines_in_Python()
    {
        var lines = PythonLines(("network", Net()));
        Assert.Equal(Layers + 2, lines.Length);
        Assert.Equal("  \"l4999\": {\"class\": \"linear\", \"from\": \"l4998\", \"n_out\": 512},", lines[^2]);
    }

    [Fact]
    public void A_net_of_5000_layers_has_5000_lines_in_JSON()
    {
        var lines = Json(("network", Net())).Split('\n');
        Assert.Equal(Layers + 5, lines.Length);
        Assert.Equal("    \"l4999\": {\"class\": \"linear\", \"from\": \"l4998\", \"n_out\": 512}", lines[^4]);
    }

    [Fact]
    public void Five_thousand_dims_of_one_name_get_as_many_names()
    {
        var dims = Enumerable.Range(1, Layers).Select(size => (OptionValue)Dim.Feature("d", size));
        Assert.Equal(
            $"d_{Layers}_dim = Dim({Layers}, name=\"d_{Layers}\", kind=Dim.Types.Feature)",
            PythonLines(("a", OptionValue.List([.. dims])))[^2]
        );
    }

    [Fact]
    public void Writing_takes_memory_in_proportion_to_the_net()
    {
        var small = Allocated(Net(1_000));
        var large = Allocated(Net(10_000));
        Assert.InRange(large, small, 15 * small);
    }

    private static DictValue Net(int layers = Layers) =>
        DictValue.Of(
            Enumerable
                .Range(0, layers)
                .Select(i =>
                    KeyValuePair.Create(
                        $"l{i}",
                        (OptionValue)Layer("linear", ("from", i == 0 ? "data" : $"l{i - 1}"), ("n_out", 512))
                    )
                )
        );

    private static long Allocated(DictValue net)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Python(("network", net));
        Json(("network", net));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
