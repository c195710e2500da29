namespace NetDsl.Layers;

/// <summary>Replaces a product with a weight matrix, and a bias if there is one, by one <c>linear</c> layer.</summary>
internal sealed class LinearFusion : IFusionRule
{
    private const string Weight = "W";
    private const string Bias = "b";

    private static readonly Dictionary<string, string> Roles = new()
    {
        [Weight] = "the weight matrix",
        [Bias] = "the bias",
    };

    public string Name => "linear";

    public IReadOnlyList<FusionPattern> Patterns { get; } =
    [
        Pattern("with bias", bias: true),
        Pattern("no bias", bias: false),
        Pattern("with bias", bias: true, square: true),
        Pattern("no bias", bias: false, square: true),
    ];

    public Refusal? Check(FusionMatch match)
    {
        var (x, weight) = (match.Inputs["x"], match.Parameters[Weight]);
        var dot = match.Nodes.OfType<DotNode>().Single();
        if (dot.Reduce.Count != 1 || weight.Dims.Count != 2 || !ReferenceEquals(weight.Dims[0], dot.Reduce[0]))
        {
            return new("the weight matrix is not [input, output]", weight.Node.Location);
        }

        var columns = new ColumnRenaming(match, weight.Dims[1]);
        if (columns.Refusal is { } refusal)
        {
            return refusal;
        }

        var output = columns.Output;
        if (x.Dims.Except(dot.Reduce[0]).Contains(output) || x.Sparse is not null)
        {
            return new($"the input has the output dim {output} already", dot.Location);
        }

        return match.Parameters.TryGetValue(Bias, out var bias) && !bias.Dims.Equals([output])
            ? new($"the bias has the dims {bias.Dims}, not {output} alone", bias.Node.Location)
            : null;
    }

    public Fusion Rewrite(FusionMatch match)
    {
        var (x, weight) = (match.Inputs["x"], match.Parameters[Weight]);
        var (input, output) = (weight.Dims[0], new ColumnRenaming(match, weight.Dims[1]).Output);
        var binding = new ParameterBinding(match);
        var options = OptionValue.Dict(("in_dim", input), ("out_dim", output), ("activation", OptionValue.None));
        var bias = match.Parameters.GetValueOrDefault(Bias);
        options = options.With("with_bias", bias is not null);
        options = binding.Add(options, Weight, weight, "forward_weights_init");
        if (bias is not null)
        {
            options = binding.Add(options, Bias, bias, "bias_init");
        }

        var dims = x.Dims.Except(input).Union([output]);
        return new([
            FusedLayer.Make(match.Result, "linear", x, binding.AddTo(options), dims, namedAsModule: binding.IsModule),
        ]);
    }

    private static FusionPattern Pattern(string variant, bool bias, bool square = false) =>
        new(
            variant,
            Roles,
            (_, net) =>
            {
                var input = Dim.Feature("input", 1);
                var output = square ? input : Dim.Feature("output", 1);
                return new Linear(output, input, bias).Call(net.Input("x", [Dim.Batch, input]));
            }
        );
}
