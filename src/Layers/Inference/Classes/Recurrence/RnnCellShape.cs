using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary><c>rnn_cell</c>: one step of a recurrent unit; outside of loops the steps along the time of its source.</summary>
internal sealed class RnnCellShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (call.Text("unit") is not { } name)
        {
            return call.Unknown();
        }

        var feature = call.OutputFeature("rnn_cell_feat");
        var input = call.Input();
        if (feature is null || input is null)
        {
            return null;
        }

        var common = CommonType.Of(call, call.Sources, ignoreFeature: true, call.Has("out_shape"));
        if (common is null || RecurrentUnits.Find(call, name, isOneStep: true) is not { } unit)
        {
            return call.Fault is null ? call.Unknown() : null;
        }

        if (common.TimeAxis is null && !call.IsInLoop)
        {
            return call.Fail(ShapeFaults.NoAxis("from", "of time", common));
        }

        if (input.Sparse is not null)
        {
            return call.Fail(ShapeFaults.DataType($"The source {input} holds class indices", $"vectors for {name}"));
        }

        unit.Declare(new(call, input.FeatureOrSparse?.Size, feature.Size));
        return Output(common, feature);
    }

    private static TensorType Output(TensorType common, Axis feature)
    {
        var axes = ImmutableArray.CreateBuilder<Axis>();
        if (common.TimeAxis is { } time)
        {
            axes.Add(time);
        }

        if (common.BatchIndex is { } batch)
        {
            axes.Add(common.Axes[batch]);
        }

        axes.Add(feature);
        return new TensorType(axes.DrainToImmutable()).WithTime(
            common.TimeAxis is null ? SpecialAxis.None : SpecialAxis.At(0)
        );
    }
}
