using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary><c>dot</c>: the product of two sources, summed over the reduced axes; axes of both stay once.</summary>
internal sealed class DotShape : ILayerShape
{
    private const int ExplicitFrom = 3;
    private const int ExactFrom = 14;

    private const AxisMatching Alike =
        AxisMatching.FeatureIsSpatial | AxisMatching.SameSpatialSize | AxisMatching.Undefined;

    private const AxisMatching Shared =
        AxisMatching.SameFeatureSize | AxisMatching.SameSpatialSize | AxisMatching.FeatureIsSpatial;

    public TensorType? Infer(LayerCall call)
    {
        if (AxesOf(call) is not { } found)
        {
            return null;
        }

        var (left, right) = (call.Sources[0], call.Sources[1]);
        var (leftRest, kept, pairs) = (
            found.LeftShared,
            (Left: found.LeftKept, Right: found.RightKept),
            found.RightShared
        );
        var axes = leftRest.AddRange(kept.Left).Select(index => left.Axes[index]).ToList();
        axes.AddRange(kept.Right.Select(index => right.Axes[index]));
        if (kept.Right.IsEmpty && IsOld(call) && (!call.IsGiven("add_var2_if_empty") || call.Flag("add_var2_if_empty")))
        {
            axes.Add(call.NewSpatial($"{call.Name}:dot:dummy-var2", 1));
        }

        return new([.. axes], left.Sparse is null ? left.DataType : right.DataType)
        {
            Time = Time(left.TimeIndex, right.TimeIndex, leftRest.AddRange(kept.Left), pairs, kept),
        };
    }

    /// <summary>Which axes of the sources are what; null if RETURNN refuses the layer, and the call then says so.</summary>
    internal static DotAxes? AxesOf(LayerCall call)
    {
        if (call.IsOpaque)
        {
            return null;
        }

        if (call.Sources is not [var left, var right])
        {
            call.Fail(ShapeFaults.Sources(call.Sources.Length, "two"));
            return null;
        }

        if (Reduced(call, left, right) is not { } reduced || Kept(call, left, right, reduced) is not { } kept)
        {
            return null;
        }

        ImmutableArray<int> leftRest = Rest(left, reduced.Left, kept.Left);
        ImmutableArray<int> rightRest = Rest(right, reduced.Right, kept.Right);
        return Pairs(call, left, right, leftRest, rightRest) is { } pairs && Multiplies(call, left, right, reduced)
            ? new(reduced.Left, reduced.Right, kept.Left, kept.Right, leftRest, pairs)
            : null;
    }

    private static bool IsOld(LayerCall call) =>
        call.BehaviorVersion < ExplicitFrom && call.Text("var1") != "auto" && call.Text("var2") != "auto";

    private static (ImmutableArray<int> Left, ImmutableArray<int> Right)? Reduced(
        LayerCall call,
        TensorType left,
        TensorType right
    )
    {
        if (call.IsGiven("reduce") && (call.IsGiven("red1") || call.IsGiven("red2")))
        {
            call.Fail(
                ShapeFaults.Options("\"reduce\" stands for \"red1\" and \"red2\".", "Leave those out.", "reduce")
            );
            return null;
        }

        var isOld = IsOld(call);
        var (red1, red2) = call.IsGiven("reduce")
            ? (call.Option("reduce"), call.Option("reduce"))
            : (Given(call, "red1", isOld ? -1 : null), Given(call, "red2", isOld ? -2 : null));
        if (!isOld && !call.IsGiven("reduce") && !(call.IsGiven("red1") && call.IsGiven("red2")))
        {
            call.Fail(
                ShapeFaults.Options(
                    "It is not said which axes to reduce.",
                    "Give \"reduce\", or \"red1\" and \"red2\".",
                    "reduce"
                )
            );
            return null;
        }

        if (
            AxisSearch.Find(call, left, "red1", red1) is not { } first
            || AxisSearch.Find(call, right, "red2", red2) is not { } second
        )
        {
            return null;
        }

        var isLookUp =
            IsSparse(call, left, red1) ? second.Length == 1 && first.IsEmpty
            : IsSparse(call, right, red2) ? first.Length == 1 && second.IsEmpty
            : (bool?)null;
        if (isLookUp ?? (first.Length > 0 && first.Length == second.Length))
        {
            return (first, second);
        }

        call.Fail(
            ShapeFaults.NoAxis(call.IsGiven("reduce") ? "reduce" : "red1", "to reduce", first.IsEmpty ? left : right)
        );
        return null;
    }

    private static OptionValue? Given(LayerCall call, string option, int? otherwise) =>
        call.IsGiven(option) || otherwise is not { } number ? call.Option(option) : number;

    private static bool IsSparse(LayerCall call, TensorType type, OptionValue? value) =>
        value is DimValue dim && type.Sparse?.IsSame(call.Space.Of(dim.Value)) == true;

    // The axes of each source that the other one does not have.
    private static (ImmutableArray<int> Left, ImmutableArray<int> Right)? Kept(
        LayerCall call,
        TensorType left,
        TensorType right,
        (ImmutableArray<int> Left, ImmutableArray<int> Right) reduced
    )
    {
        var isOld = IsOld(call);
        var isAuto = call.Text("var1") == "auto" || call.Text("var2") == "auto";
        if (isAuto || (!isOld && !(call.IsGiven("var1") && call.IsGiven("var2"))))
        {
            if (IsExplicit(call, "var1") || IsExplicit(call, "var2"))
            {
                call.Fail(
                    ShapeFaults.Options("Only one of \"var1\" and \"var2\" is given.", "Give both or neither.", "var1")
                );
                return null;
            }

            return (
                Only(call, left, right, reduced.Left, reduced.Right),
                Only(call, right, left, reduced.Right, reduced.Left)
            );
        }

        if (
            AxisSearch.Find(call, left, "var1", Given(call, "var1", isOld ? -2 : null)) is not { } first
            || AxisSearch.Find(call, right, "var2", Given(call, "var2", isOld ? -1 : null)) is not { } second
        )
        {
            return null;
        }

        if (!first.Any(reduced.Left.Contains) && !second.Any(reduced.Right.Contains))
        {
            return (first, second);
        }

        call.Fail(ShapeFaults.Options("An axis is reduced and kept.", "Name it once.", "var1"));
        return null;
    }

    private static bool IsExplicit(LayerCall call, string option) =>
        call.IsGiven(option) && call.Text(option) != "auto";

    private static ImmutableArray<int> Only(
        LayerCall call,
        TensorType type,
        TensorType other,
        ImmutableArray<int> reduced,
        ImmutableArray<int> otherReduced
    )
    {
        var rule = call.BehaviorVersion >= ExactFrom ? AxisMatching.Exact : Alike;
        var others = Rest(other, otherReduced, []);
        return
        [
            .. Rest(type, reduced, [])
                .Where(index => !others.Any(place => type.Axes[index].Matches(other.Axes[place], rule))),
        ];
    }

    private static ImmutableArray<int> Rest(TensorType type, ImmutableArray<int> reduced, ImmutableArray<int> kept) =>
        [.. Enumerable.Range(0, type.Rank).Where(index => !reduced.Contains(index) && !kept.Contains(index))];

    // The place in the right source of each axis that both have.
    private static ImmutableArray<int>? Pairs(
        LayerCall call,
        TensorType left,
        TensorType right,
        ImmutableArray<int> leftRest,
        ImmutableArray<int> rightRest
    )
    {
        if (leftRest.Length != rightRest.Length)
        {
            call.Fail(
                ShapeFaults.Options(
                    $"Neither reduced nor in \"var1\" and \"var2\" are {Names(left, leftRest)} of {left}, but {Names(right, rightRest)} of {right}.",
                    "Reduce axes, or rename those that both have but only one should keep.",
                    "reduce"
                )
            );
            return null;
        }

        var shared = left.WithNewAxes([.. leftRest.Select(index => left.Axes[index])]);
        if (CommonType.Match(call, shared, right, Shared) is not { } places)
        {
            return null;
        }

        for (var index = 0; index < places.Length; index++)
        {
            var (first, second) = (shared.Axes[index], right.Axes[places[index]]);
            if (!rightRest.Contains(places[index]) || (!first.IsSame(second) && first.Size != second.Size))
            {
                call.Fail(ShapeFaults.NoMatch(left, right, first));
                return null;
            }
        }

        return places;
    }

    private static string Names(TensorType type, ImmutableArray<int> axes) =>
        axes.IsEmpty ? "no axes" : string.Join(", ", axes.Select(index => type.Axes[index].ToString()));

    private static bool Multiplies(
        LayerCall call,
        TensorType left,
        TensorType right,
        (ImmutableArray<int> Left, ImmutableArray<int> Right) reduced
    )
    {
        // One side is looked up in the other.
        if (reduced.Left.Length != reduced.Right.Length)
        {
            return true;
        }

        for (var index = 0; index < reduced.Left.Length; index++)
        {
            var (first, second) = (left.Axes[reduced.Left[index]], right.Axes[reduced.Right[index]]);
            if (!first.IsSame(second) && first.IsBatch == second.IsBatch && first.Size != second.Size)
            {
                call.Fail(ShapeFaults.Size($"The reduced axes are {first} and {second}", "equal sizes", "reduce"));
                return false;
            }
        }

        if (string.Equals(left.DataType, right.DataType, StringComparison.Ordinal))
        {
            return true;
        }

        call.Fail(ShapeFaults.DataType($"The sources hold {left.DataType} and {right.DataType}", "one type"));
        return false;
    }

    private static SpecialAxis Time(
        int? left,
        int? right,
        ImmutableArray<int> fromLeft,
        ImmutableArray<int> pairs,
        (ImmutableArray<int> Left, ImmutableArray<int> Right) kept
    )
    {
        if (left is { } first && fromLeft.IndexOf(first) is >= 0 and var place)
        {
            return SpecialAxis.At(place);
        }

        if (right is not { } second)
        {
            return left is null ? SpecialAxis.None : SpecialAxis.Default;
        }

        return pairs.IndexOf(second) is >= 0 and var shared ? SpecialAxis.At(shared)
            : kept.Right.IndexOf(second) is >= 0 and var own ? SpecialAxis.At(fromLeft.Length + own)
            : SpecialAxis.Default;
    }
}
