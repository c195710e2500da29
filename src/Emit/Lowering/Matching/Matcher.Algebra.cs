using System.Globalization;
using NetDsl.Layers;

namespace NetDsl.Emit;

/// <content>Sums and products, whose terms may stand in any order.</content>
internal sealed partial class Matcher
{
    private bool UnifyProduct(ProductView wanted, Tensor foundTensor, bool inTraining, SourceLocation use)
    {
        var found = new ProductView(foundTensor, lowered.Resolve);
        var mark = Known.Mark();
        if (UnifyProduct(wanted, found, found.Coefficient, foundTensor, owesMinus: false, inTraining, use))
        {
            return true;
        }

        // A sum that is turned round and a minus make up for each other; if not, the plain reading explains better.
        Known.Undo(mark);
        var isNumber = pattern.NumberName(wanted.Coefficient) is not null && found.Coefficient < 0;
        if (!isNumber && wanted.Coefficient != -found.Coefficient)
        {
            return false;
        }

        var before = StartProbe();
        var fits = UnifyProduct(wanted, found, -found.Coefficient, foundTensor, owesMinus: true, inTraining, use);
        isProbing = before;
        return fits;
    }

    private bool UnifyProduct(
        ProductView wanted,
        ProductView found,
        double coefficient,
        Tensor foundTensor,
        bool owesMinus,
        bool inTraining,
        SourceLocation use
    )
    {
        Known.Take(found.Inner);
        if (wanted.Factors.Count != found.Factors.Count)
        {
            var (here, there) = (Counted(found.Factors.Count), wanted.Factors.Count);
            return Fail($"a product of {here} where {there} is expected", Line(foundTensor, use));
        }

        // The number last: that it differs is worth saying only if all else fits.
        Known.Progress++;
        return UnifyFactors(
                wanted.PlaceholdersLast,
                0,
                found.Factors,
                new bool[found.Factors.Count],
                owesMinus,
                inTraining
            ) && BindNumber(wanted.Coefficient, coefficient, Line(foundTensor, use));
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
        if (wanted.Exponent == found.Exponent)
        {
            return UnifyBase(wanted, found, signs, inTraining);
        }

        // With another exponent it does not fit, but that is worth saying only if all else does.
        var mark = Known.Mark();
        var isFar = wanted.Exponent * found.Exponent <= 0;
        var before = isFar ? StartProbe() : isProbing;
        var fits = UnifyBase(wanted, found, signs, inTraining);
        isProbing = before;
        return fits
            ? Fail($"{Power(found.Exponent)} where {Power(wanted.Exponent)} is expected", found.Location)
            : Known.Undo(mark);
    }

    // Answers what held before, to be restored: attempts can be nested.
    private bool StartProbe()
    {
        var before = isProbing;
        isProbing = true;
        return before;
    }

    private bool UnifyBase(Factor wanted, Factor found, Signs signs, bool inTraining)
    {
        if (wanted.IsPlaceholder)
        {
            return found.Minus is null && Unify(wanted.Base, found.Base, inTraining, found.Location);
        }

        var seen = found.Minus is null ? found with { Base = Seen(found.Base, inTraining) } : found;
        return UnifyNode(wanted, seen, signs, inTraining, found.Location);
    }

    private bool UnifySum(SumView wanted, Factor foundFactor, Signs signs, bool inTraining, SourceLocation use)
    {
        if (SumView.Of(foundFactor) is not { } found)
        {
            return Fail($"{Describe(foundFactor.Base)} where a sum is expected", Line(foundFactor.Base, use));
        }

        if (foundFactor.Minus is null)
        {
            Take(foundFactor.Base);
        }

        var line = foundFactor.Minus is null ? foundFactor.Base.Node.Location : foundFactor.Location;
        var signed = signs == Signs.Opposite ? found.Negated : found;
        var mark = Known.Mark();
        return UnifyTerms(wanted, signed, signs, inTraining, line)
            || (!Known.Undo(mark) && UnifyTerms(wanted, signed.Swapped, signs, inTraining, line));
    }

    private bool UnifyTerms(SumView wanted, SumView found, Signs signs, bool inTraining, SourceLocation line)
    {
        // A placeholder takes what it meets: where that may have a sign of its own, the other term settles it first.
        var isOpen = wanted.First.Tensor.Node is InputNode or ParameterNode;
        var isNegated = found.First.Tensor.Node is UnaryNode { Operator: UnaryOperator.Negate };
        var (inOrder, foundInOrder) = isOpen && isNegated ? (wanted.Swapped, found.Swapped) : (wanted, found);
        var mark = Known.Mark();
        return UnifyBoth(inOrder, foundInOrder, inTraining, line)
            || (
                signs == Signs.Either && !Known.Undo(mark) && UnifyBoth(inOrder, foundInOrder.Negated, inTraining, line)
            );
    }

    private bool UnifyBoth(SumView wanted, SumView found, bool inTraining, SourceLocation line) =>
        UnifyTerm(wanted.First, found.First, inTraining, line)
        && UnifyTerm(wanted.Second, found.Second, inTraining, line);

    private bool UnifyTerm(SignedTerm wanted, SignedTerm found, bool inTraining, SourceLocation line)
    {
        if (wanted.Tensor.Node is ConstantNode { Number: { } number })
        {
            return found.Tensor.Node is ConstantNode { Number: { } actual } && found.Tensor.Dims.Count == 0
                ? BindNumber(number, actual * found.Sign * wanted.Sign, line)
                : Fail($"{Describe(found.Tensor)} where a number is expected", Line(found.Tensor, line));
        }

        var mark = Known.Mark();
        if (Unify(wanted.Tensor, found.Tensor, inTraining, line))
        {
            return wanted.Sign == found.Sign || Fail(SignWords(found, inTraining), line);
        }

        // A minus of the term's own is a sign; but what a placeholder stands for may have one, too, and was tried with it.
        var term = lowered.Resolve(found.Tensor);
        if (term.Node is not UnaryNode { Operator: UnaryOperator.Negate } negated)
        {
            return false;
        }

        Known.Undo(mark);
        Known.Take(term);
        return UnifyTerm(wanted, new(negated.Operand, -found.Sign), inTraining, line);
    }

    private bool BindNumber(double wanted, double found, SourceLocation at)
    {
        if (pattern.NumberName(wanted) is not { } name)
        {
            return wanted == found || Fail($"a factor of {Digits(found)} where {Digits(wanted)} is expected", at);
        }

        if (Known.NumberOf(name) is not { } bound)
        {
            Known.Bind(name, found, at);
            return true;
        }

        return bound.Value == found
            || Fail($"{name} is {Digits(found)} here and {Digits(bound.Value)} in line {bound.Location.Line}", at);
    }

    private string SignWords(SignedTerm found, bool inTraining)
    {
        var term = Describe(Seen(found.Tensor, inTraining));
        return found.Sign > 0
            ? $"{term} is added where it is to be subtracted"
            : $"{term} is subtracted where it is to be added";
    }

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
