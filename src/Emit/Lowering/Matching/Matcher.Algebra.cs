using System.Globalization;
using NetDsl.Layers;

namespace NetDsl.Emit;

/// <content>Sums and products, whose terms may stand in any order.</content>
internal sealed partial class Matcher
{
    private bool UnifyProduct(ProductView wanted, Tensor foundTensor, bool inTraining)
    {
        var found = new ProductView(foundTensor, lowered.Resolve);
        var mark = Known.Mark();
        return UnifyProduct(wanted, found, found.Coefficient, foundTensor, owesMinus: false, inTraining)
            || (
                !Known.Undo(mark)
                && UnifyProduct(wanted, found, -found.Coefficient, foundTensor, owesMinus: true, inTraining)
            );
    }

    private bool UnifyProduct(
        ProductView wanted,
        ProductView found,
        double coefficient,
        Tensor foundTensor,
        bool owesMinus,
        bool inTraining
    )
    {
        Known.Take(found.Inner);
        if (!BindNumber(wanted.Coefficient, coefficient, foundTensor))
        {
            return false;
        }

        if (wanted.Factors.Count != found.Factors.Count)
        {
            var (here, there) = (Counted(found.Factors.Count), wanted.Factors.Count);
            return Fail(
                FormattableString.Invariant($"a product of {here} where {there} is expected"),
                Line(foundTensor)
            );
        }

        Known.Progress++;
        return UnifyFactors(
            wanted.PlaceholdersLast,
            0,
            found.Factors,
            new bool[found.Factors.Count],
            owesMinus,
            inTraining
        );
    }

    private bool UnifyFactors(
        IReadOnlyList<Factor> wanted,
        int next,
        List<Factor> found,
        bool[] isUsed,
        bool owesMinus,
        bool inTraining
    )
    {
        if (next == wanted.Count)
        {
            return !owesMinus;
        }

        var mark = Known.Mark();
        for (var place = 0; place < found.Count; place++)
        {
            if (isUsed[place])
            {
                continue;
            }

            isUsed[place] = true;
            foreach (var signs in SignsFor(wanted[next], owesMinus))
            {
                var stillOwes = owesMinus && signs != Signs.Opposite;
                if (
                    UnifyFactor(wanted[next], found[place], signs, inTraining)
                    && UnifyFactors(wanted, next + 1, found, isUsed, stillOwes, inTraining)
                )
                {
                    return true;
                }

                Known.Undo(mark);
            }

            isUsed[place] = false;
        }

        return false;
    }

    // A sum to an odd power can be turned round if that makes up for a minus.
    private static ReadOnlySpan<Signs> SignsFor(Factor wanted, bool owesMinus) =>
        wanted.Exponent % 2 == 0 ? [Signs.Either]
        : owesMinus && SumView.Of(wanted) is not null ? [Signs.Same, Signs.Opposite]
        : [Signs.Same];

    private bool UnifyFactor(Factor wanted, Factor found, Signs signs, bool inTraining)
    {
        var fits = wanted.IsPlaceholder
            ? found.Minus is null && Unify(wanted.Base, found.Base, inTraining)
            : UnifyNode(wanted, found, signs, inTraining);
        return fits
            && (
                wanted.Exponent == found.Exponent
                || Fail($"{Power(found.Exponent)} where {Power(wanted.Exponent)} is expected", found.Location)
            );
    }

    private bool UnifySum(SumView wanted, Factor foundFactor, Signs signs, bool inTraining)
    {
        if (SumView.Of(foundFactor) is not { } found)
        {
            return Fail($"{Describe(foundFactor.Base)} where a sum is expected", Line(foundFactor.Base));
        }

        if (foundFactor.Minus is null)
        {
            Take(foundFactor.Base);
        }

        var signed = signs == Signs.Opposite ? found.Negated : found;
        var mark = Known.Mark();
        return UnifyTerms(wanted, signed, signs, inTraining)
            || (!Known.Undo(mark) && UnifyTerms(wanted, signed.Swapped, signs, inTraining));
    }

    // The term that is no placeholder first: it settles what the placeholders stand for.
    private bool UnifyTerms(SumView wanted, SumView found, Signs signs, bool inTraining)
    {
        var isPlaceholder = wanted.First.Tensor.Node is InputNode or ParameterNode;
        var (inOrder, foundInOrder) = isPlaceholder ? (wanted.Swapped, found.Swapped) : (wanted, found);
        var mark = Known.Mark();
        return UnifyBoth(inOrder, foundInOrder, inTraining)
            || (signs == Signs.Either && !Known.Undo(mark) && UnifyBoth(inOrder, foundInOrder.Negated, inTraining));
    }

    private bool UnifyBoth(SumView wanted, SumView found, bool inTraining) =>
        UnifyTerm(wanted.First, found.First, inTraining) && UnifyTerm(wanted.Second, found.Second, inTraining);

    private bool UnifyTerm(SignedTerm wanted, SignedTerm found, bool inTraining)
    {
        if (wanted.Tensor.Node is ConstantNode { Number: { } number })
        {
            return found.Tensor.Node is ConstantNode { Number: { } actual } && found.Tensor.Dims.Count == 0
                ? BindNumber(number, actual * found.Sign * wanted.Sign, found.Tensor)
                : Fail($"{Describe(found.Tensor)} where a number is expected", Line(found.Tensor));
        }

        var mark = Known.Mark();
        if (Unify(wanted.Tensor, found.Tensor, inTraining))
        {
            return wanted.Sign == found.Sign || Fail(SignWords(found), Line(Known.LastTaken ?? found.Tensor));
        }

        // A minus of the term's own is a sign; but what a placeholder stands for may have one, too, and was tried with it.
        var term = lowered.Resolve(found.Tensor);
        if (term.Node is not UnaryNode { Operator: UnaryOperator.Negate } negated)
        {
            return false;
        }

        Known.Undo(mark);
        Known.Take(term);
        return UnifyTerm(wanted, new(negated.Operand, -found.Sign), inTraining);
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

    private static string SignWords(SignedTerm found) =>
        found.Sign > 0
            ? $"{Describe(found.Tensor)} is added where it is to be subtracted"
            : $"{Describe(found.Tensor)} is subtracted where it is to be added";

    private static string Counted(int factors) =>
        factors == 1 ? "1 factor" : FormattableString.Invariant($"{factors} factors");

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
