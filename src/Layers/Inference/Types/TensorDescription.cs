using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary>A tensor described by a dict: an entry of <c>extern_data</c>, or <c>out_type</c> (contract 2).</summary>
internal sealed class TensorDescription(AxisSpace space, DictValue options)
{
    /// <summary>Whether a description says what axes there are.</summary>
    internal static bool HasAxes(DictValue options) =>
        options["shape"] is not null || options["dims"] is not null || options["dim_tags"] is not null;

    /// <summary>What is described; null if code hides it or it contradicts itself.</summary>
    /// <param name="name">The tensor's name, which new axes are named after.</param>
    /// <param name="isInput">Whether it is fed by the dataset.</param>
    internal TensorType? Read(string name, bool isInput)
    {
        if (HasCode(options) || (IsSparse && options["sparse_dim"] is not DimValue && Number("dim") is null))
        {
            return null;
        }

        var sparse = SparseAxis(name);
        var given = Axes("dims") ?? Axes("dim_tags");
        if ((options["dims"] ?? options["dim_tags"]) is not (null or NoneValue) && given is null)
        {
            return null;
        }

        var version = Number("version") ?? (Axes("dims") is null ? 1 : 2);
        var axes = given ?? new ShapeDescription(space, options, sparse is not null).Axes(name, isInput);
        foreach (var axis in isInput ? axes : [])
        {
            axis.DefineLength(axes.Any(other => other.IsBatch) ? space.BatchOnly : []);
        }

        var type = new TensorType(axes, DataType(version, sparse)) { Sparse = sparse, Version = version };
        type = type.Marked(Special("time_dim_axis", type.Rank), sparse is null ? Feature(type) : SpecialAxis.Default);
        return options["same_dim_tags_as"] is DictValue same ? WithSame(type, same) : type;
    }

    // Classes are told by `sparse`, or by a vocabulary alone.
    private bool IsSparse =>
        options["sparse"] is null ? options["vocab"] is not (null or NoneValue) : LayerCall.IsTrue(options["sparse"]);

    // Axes replaced by the user's dims; null if it is not clear which.
    private TensorType? WithSame(TensorType type, DictValue same)
    {
        var axes = type.Axes.ToBuilder();
        foreach (var (key, value) in same)
        {
            int? place = key switch
            {
                IntegerValue { Value: var index } => (int)(index < 0 ? index + type.Rank : index),
                StringValue text => text.Value.ToUpperInvariant() switch
                {
                    "T" or "TIME" => type.TimeIndex,
                    "F" or "FEATURE" => type.FeatureIndex,
                    "B" or "BATCH" => type.BatchIndex,
                    _ => null,
                },
                _ => null,
            };
            if (place is not { } found || found < 0 || found >= type.Rank || value is not DimValue dim)
            {
                return null;
            }

            axes[found] = space.Of(dim.Value);
        }

        return type.WithAxes(axes.ToImmutable());
    }

    private SpecialAxis Feature(TensorType type) =>
        options["feature_dim"] is DimValue dim
            ? SpecialAxis.AtOrNone(type.IndexOf(space.Of(dim.Value)))
            : Special("feature_dim_axis", type.Rank);

    private SpecialAxis Special(string option, int rank) =>
        options[option] switch
        {
            null => SpecialAxis.Default,
            NoneValue => SpecialAxis.None,
            IntegerValue { Value: var index } when index < 0 && index + rank >= 0 => SpecialAxis.At((int)index + rank),
            IntegerValue { Value: var index } when index >= 0 && index < rank => SpecialAxis.At((int)index),
            _ => SpecialAxis.Default,
        };

    private string DataType(int version, Axis? sparse) =>
        options["dtype"] is StringValue given ? given.Value
        : version == 1 && sparse is not null ? "int32"
        : "float32";

    private Axis? SparseAxis(string name) =>
        options["sparse_dim"] switch
        {
            DimValue dim => space.Of(dim.Value),
            _ when IsSparse => space.MadeFeature($"{name}:sparse-dim", Number("dim")),
            _ => null,
        };

    private ImmutableArray<Axis>? Axes(string option)
    {
        if (options[option] is not SequenceValue { Kind: not SequenceKind.Set } sequence)
        {
            return null;
        }

        var axes = ImmutableArray.CreateBuilder<Axis>(sequence.Items.Length);
        foreach (var item in sequence.Items)
        {
            if (item is not DimValue { Mark: DimMark.None } dim)
            {
                return null;
            }

            axes.Add(space.Of(dim.Value));
        }

        return axes.MoveToImmutable();
    }

    private int? Number(string option) => LayerCall.IntegerOf(options[option]);

    private static bool HasCode(DictValue dict)
    {
        foreach (var (key, value) in dict)
        {
            if (
                value is CodeValue && key is not StringValue { Value: "vocab" or "available_for_inference" or "name" }
                || value is SequenceValue sequence && sequence.Items.Any(item => item is CodeValue)
            )
            {
                return true;
            }
        }

        return false;
    }
}
