using static NetDsl.Ops;

namespace NetDsl.Tests.Lowering;

/// <summary>All the ways to write one and the same batch norm: some for each decision that a user takes.</summary>
internal static class NormSpellings
{
    /// <summary>One list a decision; what none of them says is as <see cref="NormWays"/> has it.</summary>
    internal static IReadOnlyList<IReadOnlyList<NormChange>> Decisions { get; } =
    [
        [
            new("as x - mean", ways => ways),
            new("as -mean + x", ways => ways with { Center = (x, mean) => -mean + x }),
            new("as x + (-mean)", ways => ways with { Center = (x, mean) => x + -mean }),
            new("as -(mean - x)", ways => ways with { Center = (x, mean) => -(mean - x) }),
            new("as -1 * (mean - x)", ways => ways with { Center = (x, mean) => -1.0 * (mean - x) }),
        ],
        [
            new("distance by Square", ways => ways),
            new("distance by Square of mean - x", ways => ways with { Distance = (x, mean) => Square(mean - x) }),
            new("distance by SquaredDifference", ways => ways with { Distance = (x, m) => SquaredDifference(x, m) }),
            new(
                "distance by SquaredDifference of mean",
                ways => ways with { Distance = (x, m) => SquaredDifference(m, x) }
            ),
            new("distance by Pow", ways => ways with { Distance = (x, mean) => Pow(x - mean, 2.0) }),
            new("distance by Pow of whole 2", ways => ways with { Distance = (x, mean) => Pow(x - mean, 2) }),
            new("distance by a * a", ways => ways with { Distance = (x, mean) => Twice(x - mean) }),
            new(
                "distance by (x - mean) * (x - mean)",
                ways => ways with { Distance = (x, mean) => (x - mean) * (x - mean) }
            ),
        ],
        [
            new("divided by Rsqrt", ways => ways),
            new("divided by / Sqrt", ways => ways with { Divide = (x, square) => x / Sqrt(square) }),
            new("divided by Rsqrt in front", ways => ways with { Divide = (x, square) => Rsqrt(square) * x }),
            new("divided by Pow -0.5", ways => ways with { Divide = (x, square) => x * Pow(square, -0.5) }),
            new("divided by / Pow 0.5", ways => ways with { Divide = (x, square) => x / Pow(square, 0.5) }),
            new(
                "divided by Reciprocal of Sqrt",
                ways => ways with { Divide = (x, square) => x * Reciprocal(Sqrt(square)) }
            ),
            new("divided by 1 / Sqrt", ways => ways with { Divide = (x, square) => 1.0 / Sqrt(square) * x }),
            new(
                "divided by Sqrt of Reciprocal",
                ways => ways with { Divide = (x, square) => x * Sqrt(Reciprocal(square)) }
            ),
            new(
                "divided by / Reciprocal of Rsqrt",
                ways => ways with { Divide = (x, square) => x / Reciprocal(Rsqrt(square)) }
            ),
        ],
        [
            new("epsilon behind", ways => ways),
            new("epsilon in front", ways => ways with { Widen = (variance, epsilon) => epsilon + variance }),
            new("epsilon subtracted", ways => ways with { Widen = (variance, epsilon) => variance - -epsilon }),
        ],
        [
            new("gamma and beta", ways => ways),
            new("gamma only", ways => ways with { HasBeta = false }),
            new("beta only", ways => ways with { HasGamma = false }),
            new("neither gamma nor beta", ways => ways with { HasGamma = false, HasBeta = false }),
        ],
        [
            new("gamma behind", ways => ways),
            new("gamma in front", ways => ways with { Scale = (centered, gamma, divide) => gamma * divide(centered) }),
            new(
                "gamma before dividing",
                ways => ways with { Scale = (centered, gamma, divide) => divide(centered * gamma) }
            ),
            new(
                "gamma divided first",
                ways => ways with { Scale = (centered, gamma, divide) => centered * divide(gamma) }
            ),
            new(
                "gamma divided first, in front",
                ways => ways with { Scale = (centered, gamma, divide) => divide(gamma) * centered }
            ),
        ],
        [
            new("beta behind", ways => ways),
            new("beta in front", ways => ways with { Shift = (scaled, beta) => beta + scaled }),
            new("beta minus minus", ways => ways with { Shift = (scaled, beta) => beta - -scaled }),
        ],
        [
            new("momentum behind", ways => ways),
            new("momentum in front", ways => WithUpdate(ways, (p, b, m) => p.AssignAdd(m * (b - p)))),
            new("momentum by division", ways => WithUpdate(ways, (p, b, _) => p.AssignAdd((b - p) / 10.0))),
            new("momentum on -(old - new)", ways => WithUpdate(ways, (p, b, m) => p.AssignAdd(-(p - b) * m))),
            new("momentum negated on old - new", ways => WithUpdate(ways, (p, b, m) => p.AssignAdd(-m * (p - b)))),
            new("momentum on -old + new", ways => WithUpdate(ways, (p, b, m) => p.AssignAdd(m * (-p + b)))),
            new("momentum in two factors", ways => WithUpdate(ways, (p, b, m) => p.AssignAdd(2.0 * (b - p) * (m / 2)))),
            new("momentum as decay", ways => WithUpdate(ways, (p, b, m) => p.Assign(p * (1 - m) + b * m))),
            new(
                "momentum as decay, new in front",
                ways => WithUpdate(ways, (p, b, m) => p.Assign(m * b + (1 - m) * p))
            ),
            new("momentum of a step from the old", ways => WithUpdate(ways, (p, b, m) => p.Assign(p + (b - p) * m))),
        ],
        NormControl.Choices,
        NormControl.Updates,
        [
            new("flag as it is", ways => ways),
            new("flag negated twice", ways => ways with { Flag = () => Not(Not(TrainFlag())) }),
            new("flag of updates negated twice", ways => ways with { UpdateFlag = () => Not(Not(TrainFlag())) }),
        ],
        [new("names of one's own", ways => ways), new("names of RETURNN", ways => ways with { NativeNames = true })],
        NormSources.All,
    ];

    /// <summary>Each way by itself, all else as usual.</summary>
    internal static IReadOnlyList<NormChange> All { get; } = [.. Decisions.SelectMany(ways => ways)];

    private static NormWays WithUpdate(NormWays ways, Action<Parameter, Tensor, double> update) =>
        ways with
        {
            UpdateMean = update,
            UpdateVariance = update,
        };

    private static Tensor Twice(Tensor difference) => difference * difference;
}
