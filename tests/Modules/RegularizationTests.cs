using NetDsl.Layers;
using NetDsl.Tests.Emitting;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Modules;

/// <summary>Dims, names and refusals of modules that regularize.</summary>
public sealed class RegularizationTests
{
    [Fact]
    public void Masks_have_the_dims_that_RETURNN_finds() =>
        Assert.Empty(
            ModuleNet
                .Inferred(s => new SpecAugment(4, 20, 2, 2) { FramesPerMask = 100, FirstStep = 9 }.Call(s.Data))
                .Faults
        );

    [Fact]
    public void Masks_keep_the_dims() =>
        Sample.Of(s => Assert.Equal(s.Data.Dims, new SpecAugment(4, 20, 2, 2).Call(s.Data).Dims));

    [Fact]
    public void Masks_leave_nothing_in_checkpoints() =>
        Assert.Empty(ModuleNet.Variables(s => new SpecAugment(4, 20, 2, 2).Call(s.Data)));

    [Fact]
    public void Masks_are_17_layers_in_a_cond() =>
        Assert.Equal(
            17,
            ModuleNet
                .Summary(s => new SpecAugment(4, 20, 2, 2).Call(s.Data))
                .Layers.Count(layer => layer.Path.Contains("/true_layer/", StringComparison.Ordinal))
        );

    [Fact]
    public void No_masks_are_no_layers() =>
        Sample.Of(s => Assert.Same(s.Data, new SpecAugment(0, 1, 0, 1).Call(s.Data)));

    [Fact]
    public void Masks_need_one_dynamic_dim()
    {
        var net = Started(out var data, Dim.Batch, Dim.Feature("in", 9));
        var line = NextLine();
        var error = Assert.Throws<ModelException>(() => new SpecAugment(1, 1, 1, 1).Call(data));

        Assert.NotNull(net);
        Assert.Equal([("ND2013", line)], error.Diagnostics.Select(found => (found.Code, found.Location.Line)));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1, 0)]
    public void Masks_have_a_number_and_a_width(int masks, int width) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SpecAugment(masks, width, 1, 1));

    [Fact]
    public void A_module_in_a_branch_that_may_be_left_out_keeps_its_name() =>
        Assert.Equal(
            ["block/W [3, 3]", "block/b [3]"],
            ModuleNet.Variables(s =>
            {
                var block = s.Net.Add("block", new Linear(s.In));
                return new StochasticDepth(0.5).Call(s.Data, x => block.Call(x));
            })
        );

    [Fact]
    public void A_recurrent_module_in_a_branch_that_may_be_left_out_keeps_its_name() =>
        Assert.Equal(
            ["block/rec/basic_rnn_cell/bias [3]", "block/rec/basic_rnn_cell/kernel [6, 3]"],
            ModuleNet.Variables(s =>
            {
                var block = s.Net.Add("block", new VanillaRnn(s.In));
                return new StochasticDepth(0.5).Call(s.Data, x => block.Call(x));
            })
        );

    [Fact]
    public void A_branch_that_may_be_left_out_has_the_dims_that_RETURNN_finds() =>
        Assert.Empty(ModuleNet.Inferred(s => new StochasticDepth(0.5).Call(s.Data, x => Tanh(x))).Faults);

    [Fact]
    public void A_branch_that_is_never_left_out_needs_no_condition() =>
        Assert.DoesNotContain(
            ModuleNet.Summary(s => new StochasticDepth(0.0).Call(s.Data, x => Tanh(x))).Layers,
            layer => layer.Class == "cond"
        );

    [Fact]
    public void A_branch_of_other_dims_is_refused()
    {
        var line = 0;
        var net = Sample.Of(s =>
        {
            var block = s.Net.Add("block", new Linear(s.Out));
            line = NextLine();
            s.Net.Output(new StochasticDepth(0.5).Call(s.Data, x => block.Call(x)));
        });

        Assert.Equal([("ND2001", line)], CodesAndLines(net));
    }

    [Fact]
    public void A_mistake_in_the_branch_is_reported_at_its_own_line()
    {
        var line = 0;
        var net = Sample.Of(s =>
            s.Net.Output(
                new StochasticDepth(0.5).Call(
                    s.Data,
                    x =>
                    {
                        line = NextLine();
                        return ReduceMean(x, [s.Out]);
                    }
                )
            )
        );

        Assert.Equal([("ND2002", line)], CodesAndLines(net));
    }

    [Fact]
    public void A_branch_is_not_always_left_out() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new StochasticDepth(1.0));
}
