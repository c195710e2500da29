using NetDsl.Layers;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Lowering;

public sealed class ConcatRuleTests
{
    private readonly Dim time = Dim.Dynamic("time");
    private readonly Dim features = Dim.Feature("in", 3);
    private readonly Dim classes = Dim.Feature("classes", 5);

    [Fact]
    public void A_linear_map_reads_both_directions_by_itself()
    {
        var layer = Assert.Single(Tagger((map, states) => map.Call(states)).OfClass("linear"));
        Assert.Equal(OptionValue.List("encoder.forward", "encoder.backward"), layer["from"]);
    }

    [Fact]
    public void Nothing_is_copied_any_more() =>
        Assert.Equal(0, Tagger((map, states) => map.Call(states)).Count("copy"));

    [Fact]
    public void The_map_does_not_say_in_dim_which_RETURNN_takes_of_one_source_only() =>
        Assert.Null(Tagger((map, states) => map.Call(states)).OfClass("linear")[0]["in_dim"]);

    [Fact]
    public void It_goes_with_a_dropout_before_and_a_softmax_behind_the_map()
    {
        var net = Tagger((map, states) => Softmax(map.Call(Dropout(states, 0.1)), over: classes));
        var layer = Assert.Single(net.OfClass("softmax"));
        Assert.Equal(
            (OptionValue.List("encoder.forward", "encoder.backward"), (OptionValue)0.1),
            (layer["from"], layer["dropout"])
        );
        Assert.Equal(3, net.Network.Count);
    }

    [Fact]
    public void It_stays_where_entries_are_dropped_along_the_dim_of_both()
    {
        var net = Tagger((map, states) => map.Call(Dropout(states, 0.1, axes: [Dim.Batch, states.Dims.Feature!])));
        Assert.Equal((1, 1), (net.Count("copy"), net.Count("linear")));
    }

    [Fact]
    public void What_others_read_as_well_is_still_copied_once()
    {
        var net = Tagger((map, states) => map.Call(states) + ReduceSum(states, [states.Dims.Feature!]));
        Assert.Equal(1, net.Count("copy"));
        var entry = Assert.Single(net.Entries, entry => entry.Rule == "concat");
        Assert.Equal("its copy is also read by sum", entry.Reason);
    }

    [Fact]
    public void The_weights_have_the_name_they_have_without_the_rule() =>
        Assert.Equal(
            (OptionValue)"map",
            Assert.Single(Tagger((map, states) => map.Call(states)).OfClass("linear"))["name_scope"]
        );

    [Fact]
    public void A_linear_map_reads_what_was_concatenated_by_itself()
    {
        var net = Joined((map, _, joined) => map.Call(joined));
        Assert.Equal(
            (OptionValue)OptionValue.List("first", "data:data"),
            Assert.Single(net.OfClass("linear"), layer => layer["name_scope"]!.Equals((OptionValue)"map"))["from"]
        );
        Assert.Equal(0, net.Count("concat"));
    }

    [Fact]
    public void A_recurrent_layer_does_so_too()
    {
        var net = Joined((_, lstm, joined) => lstm.Call(joined));
        Assert.Equal((OptionValue)OptionValue.List("first", "data:data"), Assert.Single(net.OfClass("rec"))["from"]);
        Assert.Equal(0, net.Count("concat"));
    }

    [Fact]
    public void What_may_have_no_feature_dim_for_RETURNN_is_concatenated_by_a_layer_of_its_own() =>
        Assert.Equal(1, Joined((map, _, joined) => map.Call(joined), x => Square(x)).Count("concat"));

    [Fact]
    public void So_is_what_was_joined_in_time()
    {
        var net = new Net("longer");
        var x = net.Input("data", [Dim.Batch, time, features]);
        net.Output(net.Add("map", new Linear(classes)).Call(Concat([(x, time), (x, time)])));
        Assert.Equal(1, EmittedNet.Of(net).Count("concat"));
    }

    [Fact]
    public void What_is_computed_for_some_sequences_only_has_the_features_of_what_computes_it()
    {
        var net = new Net("loop");
        var x = net.Input("data", [Dim.Batch, time, features]);
        var (map, lstm) = (new Linear(classes), new Lstm(Dim.Feature("cells", 4)));
        var both = net.Add("both", new Sequential(lstm, map));
        net.Output(
            Loop(
                time,
                step =>
                {
                    var frame = step.Unstack(x);
                    var slow = Masked(ReduceSum(frame, [features]) > 0.0, () => lstm.Step(step, [frame]));
                    return step.Stack(map.Call(Concat([(frame, features), (slow, slow.Dims.Feature!)])));
                }
            )
        );

        var unit = (DictValue)Assert.Single(EmittedNet.Of(net).OfClass("rec"))["unit"]!;
        Assert.Equal(
            (OptionValue)OptionValue.List("unstack", "masked"),
            Assert.Single(unit, layer => ((DictValue)layer.Value)["class"]!.Equals((OptionValue)"linear")).Value
                is DictValue read
                ? read["from"]
                : null
        );
    }

    [Fact]
    public void No_check_finds_anything() =>
        Assert.Empty(Tagger((map, states) => map.Call(states)).Emission.Diagnostics);

    private EmittedNet Joined(Func<Linear, Lstm, Tensor, Tensor> model, Func<Tensor, Tensor>? first = null)
    {
        var net = new Net("joined");
        var x = net.Input("data", [Dim.Batch, time, features]);
        var y = (first ?? (x => net.Add("first", new Linear(Dim.Feature("four", 4))).Call(x)))(x);
        var joined = Concat([(y, y.Dims.Feature!), (x, features)]);
        net.Output(model(net.Add("map", new Linear(classes)), net.Add("lstm", new Lstm(classes)), joined));
        return EmittedNet.Of(net);
    }

    private EmittedNet Tagger(Func<Linear, Tensor, Tensor> model)
    {
        var net = new Net("tagger");
        var x = net.Input("data", [Dim.Batch, time, features]);
        var states = net.Add("encoder", new BiLstm(Dim.Feature("cells", 4), LstmUnit.Native)).Call(x);
        net.Output(model(net.Add("map", new Linear(classes)), states));
        return EmittedNet.Of(net);
    }
}
