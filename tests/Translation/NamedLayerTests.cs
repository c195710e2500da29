using NetDsl.Layers;
using NetDsl.Tests.Emitting;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Translation;

/// <summary>A name that a user gives a tensor is that of the layer, whatever the layer became.</summary>
public sealed class NamedLayerTests
{
    [Fact]
    public void A_layer_that_took_over_an_activation_has_the_name_that_was_given_outside_of_its_module() =>
        Assert.NotNull(
            Layers(s => Relu(s.Net.Add("map", new Linear(s.Out)).Call(s.Data)).Named("hidden")).Find("hidden")
        );

    [Fact]
    public void A_norm_that_became_one_layer_has_it_too() =>
        Assert.NotNull(
            Layers(s => s.Net.Add("norm", new LayerNorm()).Call(s.Data).Named("normed")).Find("norm.normed")
        );

    private static EmittedScope Layers(Func<Sample, Tensor> record) =>
        EmittedNet.Parse(Emitted.Text(Sample.Of(s => s.Net.Output(record(s) * 2.0)))).Root;
}
