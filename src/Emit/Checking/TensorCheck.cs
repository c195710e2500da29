using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>Dicts that describe a tensor: the entries of <c>extern_data</c>, and <c>out_type</c> (contract 2, 3.6).</summary>
internal sealed class TensorCheck(Catalog catalog, OptionCheck options, List<Diagnostic> diagnostics)
{
    private const string Dims = "dims";
    private const string Dim = "dim";
    private const string Shape = "shape";
    private const string FeatureAxis = "feature_dim_axis";

    /// <summary>Checks the entries of <c>extern_data</c>.</summary>
    internal void CheckInputs(DictValue inputs, CheckPlace place)
    {
        foreach (var (key, value) in inputs)
        {
            if (key is StringValue { Value: var name })
            {
                CheckInput(value, place.At(name) with { Words = $"the input {SchemaDiagnostics.Quote(name)}" });
            }
        }
    }

    /// <summary>Checks an <c>out_type</c>.</summary>
    internal void CheckType(DictValue type, CheckPlace place)
    {
        CheckOptions(type, place);
        if (type[Shape] is SequenceValue { Kind: not SequenceKind.Tuple })
        {
            diagnostics.Add(TensorDiagnostics.NoTuple(place));
        }
    }

    private void CheckInput(OptionValue value, CheckPlace place)
    {
        switch (value)
        {
            case DictValue dict:
                CheckOptions(dict, place);
                CheckForm(dict, place);
                CheckAxes(dict, place);
                break;
            // Once an entry was its size and its number of axes.
            case SequenceValue { Items.Length: not 2 } or not (SequenceValue or CodeValue):
                diagnostics.Add(SchemaDiagnostics.NoDict(place, value));
                break;
        }
    }

    private void CheckOptions(DictValue dict, CheckPlace place)
    {
        foreach (var (key, value) in dict)
        {
            if (key is not StringValue { Value: var name })
            {
                continue;
            }

            if (catalog.DataOptions.TryGet(name, out var option))
            {
                options.CheckValue(option, value, place);
            }
            else
            {
                var names = catalog.DataOptions.Names.Where(n => dict[n] is null);
                diagnostics.Add(SchemaDiagnostics.UnknownDataOption(place, name, catalog.Nearest(name, names)));
            }
        }
    }

    private void CheckForm(DictValue dict, CheckPlace place)
    {
        if (dict[Dims] is not (null or NoneValue))
        {
            CheckDims(dict, place);
        }
        else if (dict["dim_tags"] is null or NoneValue)
        {
            CheckSizes(dict, place);
        }
    }

    // Given dims, a tensor is of version 2 unless it says otherwise (contract 2.2).
    private void CheckDims(DictValue dict, CheckPlace place)
    {
        foreach (var other in (ReadOnlySpan<string>)[Shape, "dim_tags"])
        {
            if (dict[other] is not null)
            {
                diagnostics.Add(TensorDiagnostics.BothForms(place, other));
            }
        }

        if (dict["version"] is not (null or NoneValue or IntegerValue { Value: > 1 }))
        {
            return;
        }

        if (dict["dtype"] is null or NoneValue)
        {
            diagnostics.Add(SchemaDiagnostics.Missing(place, new("dtype", OptionType.Anything), Dims));
        }

        if (dict["time_dim_axis"] is IntegerValue)
        {
            diagnostics.Add(TensorDiagnostics.NoTimeAxis(place));
        }
    }

    private void CheckSizes(DictValue dict, CheckPlace place)
    {
        var isSparse = IsSparse(dict);
        if (dict[Dim] is null && isSparse && dict["sparse_dim"] is null && dict["vocab"] is null)
        {
            diagnostics.Add(SchemaDiagnostics.Missing(place, new(Dim, OptionType.Anything), "sparse"));
        }
        else if (dict[Dim] is null && dict[Shape] is null && !isSparse && dict[FeatureAxis] is not NoneValue)
        {
            diagnostics.Add(TensorDiagnostics.NoSize(place));
        }

        if (
            !isSparse
            && dict[Dim] is IntegerValue { Value: var size }
            && FeatureSize(dict) is IntegerValue { Value: var actual }
            && actual != size
        )
        {
            diagnostics.Add(TensorDiagnostics.OtherSize(place, size, actual, isRefused: dict[FeatureAxis] is not null));
        }
    }

    private void CheckAxes(DictValue dict, CheckPlace place)
    {
        if (IsSparse(dict) && dict[FeatureAxis] is IntegerValue)
        {
            diagnostics.Add(TensorDiagnostics.FeatureOfSparse(place));
        }

        if (Count(dict) is not { } count)
        {
            return;
        }

        foreach (
            var (option, lowest) in ((string, int)[])
                [("batch_dim_axis", 0), ("time_dim_axis", 0), (FeatureAxis, -count)]
        )
        {
            if (dict[option] is IntegerValue { Value: var axis } && (axis < lowest || axis >= count))
            {
                diagnostics.Add(TensorDiagnostics.NoSuchAxis(place, option, axis, count));
            }
        }
    }

    private static bool IsSparse(DictValue dict) =>
        dict["sparse"] is BoolValue { Value: true } || dict["sparse_dim"] is not (null or NoneValue);

    // With batch, unless there is none.
    private static int? Count(DictValue dict) =>
        (dict[Dims] ?? dict["dim_tags"]) is SequenceValue dims ? dims.Items.Length
        : dict[Shape] is SequenceValue shape ? shape.Items.Length + (dict["batch_dim_axis"] is NoneValue ? 0 : 1)
        : null;

    // The feature axis is the one that is given, else the last of a known size.
    private static OptionValue? FeatureSize(DictValue dict)
    {
        if (dict[Shape] is not SequenceValue shape)
        {
            return null;
        }

        List<OptionValue> sizes = [.. shape.Items];
        if (dict["batch_dim_axis"] is not NoneValue)
        {
            var batch = dict["batch_dim_axis"] is IntegerValue { Value: var axis } ? axis : 0;
            sizes.Insert((int)Math.Clamp(batch, 0, sizes.Count), OptionValue.None);
        }

        switch (dict[FeatureAxis])
        {
            case IntegerValue { Value: var index }:
                var place = index < 0 ? index + sizes.Count : index;
                return place >= 0 && place < sizes.Count ? sizes[(int)place] : null;
            case null:
                if (dict["time_dim_axis"] is IntegerValue { Value: var time } && time >= 0 && time < sizes.Count)
                {
                    sizes[(int)time] = OptionValue.None;
                }

                return sizes.FindLast(size => size is not NoneValue);
            default:
                return null;
        }
    }
}
