using System.Globalization;

namespace NetDsl.Emit;

/// <content>Sums and products, whose terms may stand in any order.</content>
internal sealed partial class Matcher
{
    private Bindings? UnifyProduct(
        Tensor wantedTensor,
        ProductView wanted,
        Tensor foundTensor,
        Bindings known,
        bool inTraining
    )
    {
        var found = new ProductView(foundTensor, tensor => Inside(tensor, inTraining));
        TakeAll(found.Inner, known);
        if (BindNumber(wanted.Coefficient, found.Coefficient, foundTensor, known) is not { } bound)
        {
            return null;
        }

        if (wanted.Factors.Count != found.Factors.Count)
        {
            return Fail(
                bound,
                $"{Describe(foundTensor)} where {wantedTensor.Node.Kind} is expected",
                Line(foundTensor)
            );
        }

        bound.Progress++;
        var free = found.Factors.ToList();
        return UnifyFactors(Ordered(wanted.Factors), free, bound, inTraining);
    }

    // Placeholders last: they match anything, and would take what belongs to others.
    private static Queue<Factor> Ordered(List<Factor> factors) =>
        new(factors.OrderBy(factor => factor.Base.Node is InputNode or ParameterNode ? 1 : 0));

    private Bindings? UnifyFactors(Queue<Factor> wanted, List<Factor> free, Bindings known, bool inTraining)
    {
        if (!wanted.TryDequeue(out var next))
        {
            return known;
        }

        for (var place = 0; place < free.Count; place++)
        {
            var candidate = free[place];
            var attempt = UnifyFactor(next, candidate, known.Copy(), inTraining);
            if (attempt is null)
            {
                continue;
            }

            var rest = free.ToList();
            rest.RemoveAt(place);
            if (UnifyFactors(new(wanted), rest, attempt, inTraining) is { } result)
            {
                return result;
            }
        }

        return null;
    }

    private Bindings? UnifyFactor(Factor wanted, Factor found, Bindings known, bool inTraining)
    {
        var isPlaceholder = wanted.Base.Node is InputNode or ParameterNode;
        var even = wanted.Exponent % 2 == 0;
        var result = isPlaceholder
            ? found.Minus is null
                ? Unify(wanted.Base, found.Base, known, inTraining)
                : null
            : UnifyNode(wanted, found, known, inTraining, mayFlip: even);
        if (result is null || wanted.Exponent == found.Exponent)
        {
            return result;
        }

        return Fail(result, $"{Power(found.Exponent)} where {Power(wanted.Exponent)} is expected", found.Location);
    }

    private Bindings? UnifySum(SumView wanted, Factor foundFactor, Bindings known, bool inTraining, bool mayFlip)
    {
        if (SumView.Of(foundFactor, tensor => Inside(tensor, inTraining)) is not { } found)
        {
            return Fail(known, $"{Describe(foundFactor.Base)} where a sum is expected", Line(foundFactor.Base));
        }

        Take(foundFactor.Base, known);
        TakeAll(found.Inner, known);
        return UnifyTerms(
                wanted,
                found.First,
                found.FirstSign,
                found.Second,
                found.SecondSign,
                known.Copy(),
                inTraining,
                mayFlip
            )
            ?? UnifyTerms(
                wanted,
                found.Second,
                found.SecondSign,
                found.First,
                found.FirstSign,
                known.Copy(),
                inTraining,
                mayFlip
            );
    }

    private Bindings? UnifyTerms(
        SumView wanted,
        Tensor first,
        double firstSign,
        Tensor second,
        double secondSign,
        Bindings known,
        bool inTraining,
        bool mayFlip
    )
    {
        var flip = mayFlip && firstSign == -wanted.FirstSign && secondSign == -wanted.SecondSign ? -1 : 1;
        if (UnifyTerm(wanted.First, wanted.FirstSign, first, flip * firstSign, known, inTraining) is not { } half)
        {
            return null;
        }

        return UnifyTerm(wanted.Second, wanted.SecondSign, second, flip * secondSign, half, inTraining);
    }

    private Bindings? UnifyTerm(
        Tensor wanted,
        double wantedSign,
        Tensor found,
        double foundSign,
        Bindings known,
        bool inTraining
    )
    {
        if (wanted.Node is ConstantNode { Number: { } number })
        {
            return found.Node is ConstantNode { Number: { } actual }
                ? BindNumber(number, actual * foundSign * wantedSign, found, known)
                : Fail(known, $"{Describe(found)} where a number is expected", Line(found));
        }

        var result = Unify(wanted, found, known, inTraining);
        return result is not null && wantedSign != foundSign
            ? Fail(result, $"{Describe(found)} has the opposite sign", Line(found))
            : result;
    }

    private Bindings? BindNumber(double wanted, double found, Tensor at, Bindings known)
    {
        if (pattern.NumberName(wanted) is not { } name)
        {
            return wanted == found
                ? known
                : Fail(known, $"a factor of {Digits(found)} where {Digits(wanted)} is expected", Line(at));
        }

        if (!known.Numbers.TryGetValue(name, out var bound))
        {
            known.Numbers.Add(name, (found, Line(at)));
        }
        else if (bound.Value != found)
        {
            return Fail(
                known,
                $"{name} is {Digits(found)} here and {Digits(bound.Value)} in line {bound.Location.Line}",
                Line(at)
            );
        }

        return known;
    }

    private Tensor Inside(Tensor tensor, bool inTraining)
    {
        var resolved = lowered.Resolve(tensor);
        while (inTraining && TrainChoice.Of(resolved) is { IsTrainFlag: true } choice)
        {
            resolved = lowered.Resolve(choice.InTraining);
        }

        return resolved;
    }

    private static string Power(double exponent) =>
        exponent switch
        {
            0.5 => "a multiplication by the square root",
            -0.5 => "a division by the square root",
            -1 => "a division",
            1 => "a plain factor",
            _ => $"the power {Digits(exponent)}",
        };

    private static string Digits(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
