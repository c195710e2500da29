namespace NetDsl.Layers;

/// <summary>
/// Replaces the heads of a self-attention from blocks by one <c>self_attention</c> layer. Relative positions stay a layer beside it,
/// whose dims of queries and keys RETURNN then takes from the sequence.
/// </summary>
internal sealed class SelfAttentionFusion : IFusionRule
{
    internal const string Weight = "QKV";

    private const string Scale = "scale";
    private const string Hidden = "energy of what is not seen";

    // A share of exp(-1e30) is 0 beside any other.
    private const double Unseen = -1e30;

    private static readonly Dictionary<string, string> Roles = new()
    {
        [Weight] = "the matrix of queries, keys and values",
    };

    public string Name => "self_attention";

    public IReadOnlyList<FusionPattern> Patterns { get; } =
    [
        Pattern("plain"),
        Pattern("with dropout", dropout: true),
        Pattern("relative", relative: true),
        Pattern("relative, with dropout", relative: true, dropout: true),
        Pattern("causal", causal: true),
        Pattern("causal, with dropout", causal: true, dropout: true),
        Pattern("causal, relative", causal: true, relative: true),
        Pattern("causal, relative, with dropout", causal: true, relative: true, dropout: true),
    ];

    public Refusal? Check(FusionMatch match)
    {
        var parts = SelfAttentionParts.Of(match);
        return parts.Repeated is { } repeated
            ? new($"its {repeated.Kind} is there several times", repeated.Location)
            : CheckInput(parts)
                ?? CheckHeads(parts)
                ?? CheckKeys(match, parts)
                ?? CheckEnergies(match, parts)
                ?? CheckSight(match, parts)
                ?? CheckDropout(parts)
                ?? CheckResult(parts);
    }

    public Fusion Rewrite(FusionMatch match)
    {
        var parts = SelfAttentionParts.Of(match);
        var binding = new ParameterBinding(match);
        var output = OutputOf(parts);
        var sizes = HeadSizes.Of(parts);
        var options = OptionValue.Dict(
            ("num_heads", sizes.Heads),
            ("total_key_dim", sizes.Heads * sizes.Key),
            ("out_dim", output),
            ("attention_left_only", parts.Comparison is not null)
        );
        if (parts.Dropout is { } dropout)
        {
            options = options.With("attention_dropout", dropout.Options["dropout"]!);
        }

        var encoding = parts.Encoding is { } relative ? EncodingBeside(relative, parts) : null;
        if (encoding is not null)
        {
            options = options.With("key_shift", encoding.Output);
        }

        options = binding.Add(options, Weight, parts.Weight, "forward_weights_init");
        var layer = FusedLayer.Make(
            match.Result,
            "self_attention",
            parts.X,
            binding.AddTo(options),
            parts.X.Dims.Except(parts.Weight.Dims[0]).Union([output]),
            namedAsModule: binding.IsModule
        );
        return new(encoding is null ? [layer] : [encoding, layer]) { Notes = Notes(parts) };
    }

    private static FusionPattern Pattern(
        string variant,
        bool causal = false,
        bool relative = false,
        bool dropout = false
    ) =>
        new(
            variant,
            Roles,
            (pattern, net) =>
            {
                var input = Dim.Feature("input", 1);
                var module = new SelfAttention(
                    Dim.Feature("output", 1),
                    heads: 1,
                    causal: causal,
                    dropout: dropout ? 0.5 : 0.0,
                    relative: relative ? new RelativePositionalEncoding() : null,
                    input: input
                )
                {
                    Scale = pattern.AnyNumber(Scale),
                    Hidden = causal ? pattern.AnyNumber(Hidden) : Unseen,
                };
                return module.Call(net.Input("x", [Dim.Batch, Dim.Dynamic("time"), input]));
            }
        );

    // RETURNN looks for the axes of the batch, of time and of the features, and knows no other.
    private static Refusal? CheckInput(SelfAttentionParts parts)
    {
        var (x, weight) = (parts.X, parts.Weight);
        if (
            weight.Dims.Count != 2
            || parts.Projection.Reduce is not [var input]
            || !ReferenceEquals(weight.Dims[0], input)
        )
        {
            return new("the matrix of queries, keys and values is not [input, columns]", weight.Node.Location);
        }

        var fits =
            x.Dims.Count == 3
            && x.Dims.Contains(Dim.Batch)
            && ReferenceEquals(x.Dims.Feature, input)
            && TimeOf(parts) is not null
            && x.Sparse is null;
        return fits
            ? null
            : new(
                $"the layer needs a batch, one dynamic dim and the features, and its input has {x.Dims}",
                parts.Projection.Location
            );
    }

    private static Dim? TimeOf(SelfAttentionParts parts)
    {
        foreach (var dim in parts.X.Dims)
        {
            if (dim.IsDynamic)
            {
                return dim;
            }
        }

        return null;
    }

    // Of each head the query, then the key, then the value.
    private static Refusal? CheckHeads(SelfAttentionParts parts)
    {
        var (heads, split) = (parts.SplitHeads, parts.Split);
        if (
            !IsDim(heads.Options["axis"], parts.Weight.Dims[1])
            || DimsOf(heads.Options["dims"]) is not [_, var columns]
            || !IsDim(split.Options["axis"], columns)
        )
        {
            return new("its columns are not those of the first head, then those of the next", heads.Location);
        }

        return DimsOf(split.Options["out_dims"]) is [var query, var key, _] && ReferenceEquals(query, key)
            ? null
            : new("its columns are not split into query, key and value", split.Location);
    }

    private static Refusal? CheckKeys(FusionMatch match, SelfAttentionParts parts)
    {
        var (time, keys) = (TimeOf(parts)!, parts.KeyTime);
        var renamed = OptionValue.Dict(
            ("set_dim_tags", DictValue.OfValues([new((OptionValue)time, (OptionValue)keys)]))
        );
        foreach (var renaming in parts.Renamings)
        {
            if (renaming.Options != renamed)
            {
                return new($"a reinterpret_data does more than call {time} {keys}", renaming.Location);
            }
        }

        return match.Context.OtherHolderOf(keys) is { } other
            ? new($"the dim {keys} of its keys is also a dim of {other.Kind}", other.Location)
            : null;
    }

    private static Refusal? CheckEnergies(FusionMatch match, SelfAttentionParts parts)
    {
        var key = DimsOf(parts.Split.Options["out_dims"])![1];
        foreach (var energy in parts.Energies)
        {
            if (energy.Reduce is not [var over] || !ReferenceEquals(over, key))
            {
                return new($"the energy is a product over {energy.Reduce}, not over {key}", energy.Location);
            }
        }

        var expected = Math.Pow(key.Size!.Value, -0.5);
        if ((float)match.Numbers[Scale] != (float)expected)
        {
            return new(
                FormattableString.Invariant(
                    $"the queries are multiplied by {match.Numbers[Scale]:R}, not by {expected:R}, one by the root of their size"
                ),
                parts.Energies[0].Location
            );
        }

        return parts.Encoding is { } encoding ? CheckEncoding(encoding, parts, key) : null;
    }

    private static Refusal? CheckEncoding(LayerNode encoding, SelfAttentionParts parts, Dim key)
    {
        var options = encoding.Options;
        var fits =
            IsDim(options["query_spatial_dim"], TimeOf(parts)!)
            && IsDim(options["key_value_spatial_dim"], parts.KeyTime)
            && IsDim(options["out_dim"], key)
            && options["query_offset"] is null;
        return fits ? null : new("the encoding is not of the distances from queries to keys", encoding.Location);
    }

    private static Refusal? CheckSight(FusionMatch match, SelfAttentionParts parts)
    {
        if (parts.Comparison is not { } comparison)
        {
            return null;
        }

        var (time, keys) = (TimeOf(parts)!, parts.KeyTime);
        var fits =
            comparison.Operator == ComparisonOperator.GreaterEqual
            && IsRange(comparison.Left, time)
            && IsRange(comparison.Right, keys);
        if (!fits)
        {
            return new("the frames seen are not the frame itself and those before it", comparison.Location);
        }

        if (match.Numbers[Hidden] > Unseen)
        {
            return new(
                FormattableString.Invariant(
                    $"what is not seen has an energy of {match.Numbers[Hidden]:R}, not of -1e30"
                ),
                comparison.Location
            );
        }

        // Behind the end of a sequence the layer does not look where the sequence ended, and the blocks do.
        return match.Context.PaddingReader(time) is { } reader
            ? new($"{reader.Kind} may read padding frames, in which the layer yields something else", reader.Location)
            : null;
    }

    // As attention_dropout: each weight by itself, in training only.
    private static Refusal? CheckDropout(SelfAttentionParts parts)
    {
        if (parts.Dropout is not { } dropout)
        {
            return null;
        }

        foreach (var (name, value) in dropout.Options)
        {
            var fits = ((StringValue)name).Value switch
            {
                "dropout" => value is RealValue,
                "dropout_noise_shape" => value == NoiseShape.All,
                "dropout_on_forward" => value is BoolValue { Value: false },
                _ => false,
            };
            if (!fits)
            {
                return new("the weights are not dropped each by itself in training", dropout.Location);
            }
        }

        return dropout.Options["dropout_noise_shape"] is null
            ? new("the weights are not dropped each by itself in training", dropout.Location)
            : null;
    }

    private static Refusal? CheckResult(SelfAttentionParts parts)
    {
        if (parts.Sum.Reduce is not [var over] || !ReferenceEquals(over, parts.KeyTime))
        {
            return new($"the values are summed over {parts.Sum.Reduce}, not over {parts.KeyTime}", parts.Sum.Location);
        }

        var heads = DimsOf(parts.SplitHeads.Options["dims"])![0];
        var value = DimsOf(parts.Split.Options["out_dims"])![2];
        var fits =
            DimsOf(parts.Merge.Options["axes"]) is [var outer, var inner]
            && ReferenceEquals(outer, heads)
            && ReferenceEquals(inner, value)
            && parts.Merge.Options["keep_order"] is BoolValue { Value: true }
            && OutputOf(parts).Kind == DimKind.Feature;
        return fits ? null : new("the results of the heads are not put one after the other", parts.Merge.Location);
    }

    private static Dim OutputOf(SelfAttentionParts parts) =>
        parts.Merge.Output.Dims.Except(Dim.Batch, TimeOf(parts)!)[0];

    // The layer finds queries and keys in the time dim of what it reads, twice: no set of dims.
    private static LayerNode EncodingBeside(LayerNode encoding, SelfAttentionParts parts)
    {
        var options = encoding.Options.Without("query_spatial_dim").Without("key_value_spatial_dim");
        var features = ((DimValue)encoding.Options["out_dim"]!).Value;
        var layer = new LayerNode(
            encoding.LayerClass,
            [parts.X],
            options,
            new([TimeOf(parts)!, features], DataType.Float32),
            []
        )
        {
            HasVariables = encoding.HasVariables,
            NamedAsModule = encoding.NamedAsModule,
            ScopeSuffix = encoding.ScopeSuffix,
            ShapeIsVerifiable = false,
        };
        layer.TakePlaceOf(encoding);
        layer.TakeNameOf(encoding);
        return layer;
    }

    private static List<string> Notes(SelfAttentionParts parts) =>
        parts.Comparison is null ? [] : ["padding frames of the result are of padding frames as well"];

    private static bool IsRange(Tensor tensor, Dim dim) =>
        tensor.Node is LayerNode { LayerClass: "range_in_axis" } range && IsDim(range.Options["axis"], dim);

    private static bool IsDim(OptionValue? value, Dim dim) =>
        value is DimValue { Mark: DimMark.None } found && ReferenceEquals(found.Value, dim);

    private static Dim[]? DimsOf(OptionValue? value) =>
        value is SequenceValue list && list.Items.All(item => item is DimValue)
            ? [.. list.Items.Select(item => ((DimValue)item).Value)]
            : null;

    private readonly record struct HeadSizes(int Heads, int Key)
    {
        internal static HeadSizes Of(SelfAttentionParts parts) =>
            new(
                DimsOf(parts.SplitHeads.Options["dims"])![0].Size!.Value,
                DimsOf(parts.Split.Options["out_dims"])![1].Size!.Value
            );
    }
}
