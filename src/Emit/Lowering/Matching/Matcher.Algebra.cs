using System.Globalization;
using NetDsl.Layers;

namespace NetDsl.Emit;

/// <content>Sums and products, whose terms may stand in any order.</content>
internal sealed partial class Matcher
{
    private bool UnifyProduct(Tensor wantedTensor, ProductView wanted, Tensor foundTensor, bool inTraining)
    {
        var found = new ProductView(foundTensor, tensor => Inside(tensor, inTraining));
        Known.Take(found.Inner);
        if (!BindNumber(wanted.Coefficient, found.Coefficient, foundTensor))
        {
            return false;
        }

        if (wanted.Factors.Count != found.Factors.Count)
        {
            return Fail($"{Describe(foundTensor)} where {wantedTensor.Node.Kind} is expected", Line(foundTensor));
        }

        Known.Progress++;
        return UnifyFactors(wanted.PlaceholdersLast, 0, found.Factors, new bool[found.Factors.Count], inTraining);
    }

    private bool UnifyFactors(
        IReadOnlyList<Factor> wanted,
        int next,
        List<Factor> found,
        bool[] isUsed,
        bool inTraining
    )
    {
        if (next == wanted.Count)
        {
            return true;
        }

        var mark = Known.Mark();
        for (var place = 0; place < found.Count; place++)
        {
            if (isUsed[place])
            {
                continue;
            }

            isUsed[place] = true;
            if (
                UnifyFactor(wanted[next], found[place], inTraining)
                && UnifyFactors(wanted, next + 1, found, isUsed, inTraining)
            )
            {
                return true;
            }

            isUsed[place] = Known.Undo(mark);
        }

        return false;
    }

    private bool UnifyFactor(Factor wanted, Factor found, bool inTraining)
    {
        var fits = wanted.IsPlaceholder
            ? found.Minus is null && Unify(wanted.Base, found.Base, inTraining)
            : UnifyNode(wanted, found, inTraining, mayFlip: wanted.Exponent % 2 == 0);
        return fits
            && (
                wanted.Exponent == found.Exponent
                || Fail($"{Power(found.Exponent)} where {Power(wanted.Exponent)} is expected", found.Location)
            );
    }

    private bool UnifySum(SumView wanted, Factor foundFactor, bool inTraining, bool mayFlip)
    {
        if (SumView.Of(foundFactor, tensor => Inside(tensor, inTraining)) is not { } found)
        {
            return Fail($"{Describe(foundFactor.Base)} where a sum is expected", Line(foundFactor.Base));
        }

        if (foundFactor.Minus is null)
        {
            Take(foundFactor.Base);
        }

        Known.Take(found.Inner);
        var mark = Known.Mark();
        return UnifyTerms(wanted, found.First, found.Second, inTraining, mayFlip)
            || (!Known.Undo(mark) && UnifyTerms(wanted, found.Second, found.First, inTraining, mayFlip));
    }

    private bool UnifyTerms(SumView wanted, SignedTerm first, SignedTerm second, bool inTraining, bool mayFlip)
    {
        // A difference to an even power is the same the other way round.
        var flip = mayFlip && first.Sign == -wanted.First.Sign && second.Sign == -wanted.Second.Sign;
        return UnifyTerm(wanted.First, flip ? first.Negated : first, inTraining)
            && UnifyTerm(wanted.Second, flip ? second.Negated : second, inTraining);
    }

    private bool UnifyTerm(SignedTerm wanted, SignedTerm found, bool inTraining)
    {
        if (wanted.Tensor.Node is ConstantNode { Number: { } number })
        {
            return found.Tensor.Node is ConstantNode { Number: { } actual }
                ? BindNumber(number, actual * found.Sign * wanted.Sign, found.Tensor)
                : Fail($"{Describe(found.Tensor)} where a number is expected", Line(found.Tensor));
        }

        return Unify(wanted.Tensor, found.Tensor, inTraining)
            && (
                wanted.Sign == found.Sign || Fail($"{Describe(found.Tensor)} has the opposite sign", Line(found.Tensor))
            );
    }

    private bool BindNumber(double wanted, double found, Tensor at)
    {
        if (pattern.NumberName(wanted) is not { } name)
        {
            return wanted == found || Fail($"a factor of {Digits(found)} where {Digits(wanted)} is expected", Line(at));
        }

        if (Known.NumberOf(name) is not { } bound)
        {
            Known.Bind(name, found, Line(at));
            return true;
        }

        return bound.Value == found
            || Fail(
                $"{name} is {Digits(found)} here and {Digits(bound.Value)} in line {bound.Location.Line}",
                Line(at)
            );
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
