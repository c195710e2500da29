namespace NetDsl.Layers;

/// <summary>Replaces a convolution with a filter, and a bias if there is one, by one <c>conv</c> layer.</summary>
internal sealed class ConvFusion : IFusionRule
{
    private const string Weight = "W";
    private const string Bias = "bias";

    private static readonly Dictionary<string, string> Roles = new() { [Weight] = "the filter", [Bias] = "the bias" };

    public string Name => "conv";

    public IReadOnlyList<FusionPattern> Patterns { get; } =
    [
        Pattern("with bias", bias: true),
        Pattern("with bias", bias: true, square: true),
        Pattern("no bias", bias: false, square: true),
        Pattern("no bias", bias: false),
    ];

    public Refusal? Check(FusionMatch match)
    {
        var (conv, weight) = (ConvOf(match), match.Parameters[Weight]);
        if (conv.HasVariables || conv.Options["filter"] is not TensorValue)
        {
            return new("the layer is written by hand", conv.Location);
        }

        var dims = weight.Dims;
        var column = ColumnOf(conv);
        if (!ReferenceEquals(dims[^1], column) || !ReferenceEquals(dims[^2], GroupOf(conv)))
        {
            return new("the filter is not [window, input, output]", weight.Node.Location);
        }

        var columns = new ColumnRenaming(match, column);
        if (columns.Refusal is { } refusal)
        {
            return refusal;
        }

        var output = columns.Output;
        return match.Parameters.TryGetValue(Bias, out var bias) && !bias.Dims.Equals([output])
            ? new($"the bias has the dims {bias.Dims}, not {output} alone", bias.Node.Location)
            : null;
    }

    public Fusion Rewrite(FusionMatch match)
    {
        var conv = ConvOf(match);
        var column = ColumnOf(conv);
        var output = new ColumnRenaming(match, column).Output;
        var binding = new ParameterBinding(match);
        var bias = match.Parameters.GetValueOrDefault(Bias);
        var options = conv
            .Options.Without("filter")
            .Replacing("out_dim", output)
            .Replacing("with_bias", bias is not null);
        options = binding.Add(options, Weight, match.Parameters[Weight], "forward_weights_init");
        if (bias is not null)
        {
            options = binding.Add(options, Bias, bias, "bias_init");
        }

        var dims = ReferenceEquals(column, output) ? conv.Output.Dims : conv.Output.Dims.Replace(column, output);
        return new([
            FusedLayer.Make(
                match.Result,
                "conv",
                conv.Sources[0],
                binding.AddTo(options),
                dims,
                namedAsModule: binding.IsModule
            ),
        ]);
    }

    private static LayerNode ConvOf(FusionMatch match) =>
        match.Nodes.OfType<LayerNode>().Single(node => node.LayerClass == "conv");

    private static Dim ColumnOf(LayerNode conv) => ((DimValue)conv.Options["out_dim"]!).Value;

    private static Dim GroupOf(LayerNode conv) =>
        ((DimValue)conv.Options["in_dim"]!).Value.FloorDiv((int)((IntegerValue)conv.Options["groups"]!).Value);

    private static FusionPattern Pattern(string variant, bool bias, bool square = false) =>
        new(
            variant,
            Roles,
            (_, net) =>
            {
                var input = Dim.Feature("input", 1);
                var output = square ? input : Dim.Feature("output", 1);
                var time = Dim.Dynamic("time");
                return new Conv1d(output, 1, input, bias: bias).Call(net.Input("x", [Dim.Batch, time, input]), time);
            }
        );
}
