namespace NetDsl.Layers;

/// <summary>Replaces a look-up of class indices in a weight matrix by one <c>linear</c> layer, which looks up what is sparse.</summary>
internal sealed class EmbeddingFusion : IFusionRule
{
    private const string Weight = "W";

    private static readonly Dictionary<string, string> Roles = new() { [Weight] = "the weight matrix" };

    public string Name => "embedding";

    public IReadOnlyList<FusionPattern> Patterns { get; } =
    [
        new(
            "rows of a matrix",
            Roles,
            (_, net) =>
            {
                var classes = Dim.Feature("classes", 1);
                var labels = net.Input("x", [Dim.Batch], sparse: classes);
                return new Embedding(Dim.Feature("output", 1), classes).Call(labels);
            }
        ),
    ];

    public Refusal? Check(FusionMatch match)
    {
        var (labels, weight) = (match.Inputs["x"], match.Parameters[Weight]);
        var gather = match.Nodes.OfType<LayerNode>().Single();
        if (gather.Options.Count != 2)
        {
            return new("the look-up has options that a linear layer has not", gather.Location);
        }

        if (
            weight.Dims.Count != 2
            || gather.Options["axis"] is not DimValue axis
            || !ReferenceEquals(axis.Value, weight.Dims[0])
        )
        {
            return new("the weight matrix is not [classes, output]", weight.Node.Location);
        }

        if (!ReferenceEquals(labels.Sparse, weight.Dims[0]))
        {
            return new($"the indices do not say that they point into {weight.Dims[0]}", gather.Location);
        }

        return labels.Dims.Contains(weight.Dims[1])
            ? new($"the indices have the output dim {weight.Dims[1]} already", gather.Location)
            : null;
    }

    public Fusion Rewrite(FusionMatch match)
    {
        var (labels, weight) = (match.Inputs["x"], match.Parameters[Weight]);
        var binding = new ParameterBinding(match);
        var options = OptionValue.Dict(
            ("out_dim", weight.Dims[1]),
            ("activation", OptionValue.None),
            ("with_bias", false)
        );
        options = binding.Add(options, Weight, weight, "forward_weights_init");
        var dims = labels.Dims.Union([weight.Dims[1]]);
        return new([
            FusedLayer.Make(
                match.Result,
                "linear",
                labels,
                binding.AddTo(options),
                dims,
                namedAsModule: binding.IsModule
            ),
        ]);
    }
}
