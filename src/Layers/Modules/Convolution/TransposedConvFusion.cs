namespace NetDsl.Layers;

/// <summary>Replaces a transposed convolution with a filter, and a bias if there is one, by one <c>transposed_conv</c> layer.</summary>
internal sealed class TransposedConvFusion : IFusionRule
{
    private const string Weight = "W_native_transposed_conv";
    private const string Bias = "bias";

    private static readonly Dictionary<string, string> Roles = new() { [Weight] = "the filter", [Bias] = "the bias" };

    public string Name => "transposed_conv";

    public IReadOnlyList<FusionPattern> Patterns { get; } =
    [Pattern("with bias", bias: true), Pattern("no bias", bias: false)];

    public Refusal? Check(FusionMatch match)
    {
        var conv = ConvOf(match);
        if (conv.HasVariables || conv.Options["filter"] is not TensorValue)
        {
            return new("the layer is written by hand", conv.Location);
        }

        var output = ((DimValue)conv.Options["out_dim"]!).Value;
        return match.Parameters.TryGetValue(Bias, out var bias) && !bias.Dims.Equals([output])
            ? new($"the bias has the dims {bias.Dims}, not {output} alone", bias.Node.Location)
            : null;
    }

    public Fusion Rewrite(FusionMatch match)
    {
        var conv = ConvOf(match);
        var binding = new ParameterBinding(match);
        var bias = match.Parameters.GetValueOrDefault(Bias);
        var options = conv.Options.Without("filter").Replacing("with_bias", bias is not null);
        options = binding.Add(options, Weight, match.Parameters[Weight], "forward_weights_init");
        if (bias is not null)
        {
            options = binding.Add(options, Bias, bias, "bias_init");
        }

        return new([
            FusedLayer.Make(
                match.Result,
                "transposed_conv",
                conv.Sources[0],
                binding.AddTo(options),
                conv.Output.Dims,
                namedAsModule: binding.IsModule
            ),
        ]);
    }

    private static LayerNode ConvOf(FusionMatch match) => match.Nodes.OfType<LayerNode>().Single();

    private static FusionPattern Pattern(string variant, bool bias) =>
        new(
            variant,
            Roles,
            (_, net) =>
            {
                var (input, output) = (Dim.Feature("input", 1), Dim.Feature("output", 1));
                var time = Dim.Dynamic("time");
                var conv = new TransposedConv1d(output, 1, 1, input, bias: bias);
                return conv.Call(net.Input("x", [Dim.Batch, time, input]), time);
            }
        );
}
