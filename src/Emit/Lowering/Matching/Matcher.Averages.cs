using System.Globalization;
using NetDsl.Layers;

namespace NetDsl.Emit;

/// <content>Running averages that replace a parameter: <c>p = a p + b v</c> with a + b = 1 adds <c>(v - p) b</c> to it.</content>
internal sealed partial class Matcher
{
    // 0.9 and 1 - 0.9 are not quite 1 together.
    private const double Rounding = 1e-12;

    /// <summary>
    /// Whether a replacement does what a pattern's addition does; adds to what is known. Says nothing where it is no average at all.
    /// </summary>
    /// <param name="wanted">An update of the pattern that adds <c>(v - p) b</c>.</param>
    /// <param name="update">An update that replaces the parameter.</param>
    /// <param name="parameter">What is replaced.</param>
    internal bool MatchAverage(AssignNode wanted, AssignNode update, Parameter parameter)
    {
        updating = (wanted.Parameter.Name!, update.Location);
        var value = lowered.Resolve(update.Value);
        if (SumView.Of(Factor.Of(value)) is not { First.Sign: 1, Second.Sign: 1 } sum)
        {
            return false;
        }

        var (first, second) = (
            new ProductView(sum.First.Tensor, lowered.Resolve),
            new ProductView(sum.Second.Tensor, lowered.Resolve)
        );
        var (old, added, addedTensor) = IsOf(first, parameter)
            ? (first, second, sum.Second.Tensor)
            : (second, first, sum.First.Tensor);
        if (!IsOf(old, parameter))
        {
            return false;
        }

        Known.Take(value);
        Known.Take(old.Inner);
        return old.Coefficient == 1
            ? Unify(wanted.Value, addedTensor, inTraining: true, update.Location)
            : UnifyAverage(wanted, old, added, update.Location);
    }

    private bool UnifyAverage(AssignNode wanted, ProductView old, ProductView added, SourceLocation line)
    {
        var product = pattern.ProductOf(wanted.Value);
        if (
            added.Factors is not [{ Exponent: 1, Minus: null } found]
            || product.Factors is not [var difference]
            || SumView.Of(difference) is not { } terms
        )
        {
            return false;
        }

        var total = old.Coefficient + added.Coefficient;
        if (Math.Abs(total - 1) > Rounding)
        {
            var weights = total.ToString("R", CultureInfo.InvariantCulture);
            return Fail($"the weights of the average add up to {weights}, not to 1", line);
        }

        Known.Take(added.Inner);
        var current = terms.First.Tensor.Node is ParameterNode ? terms.Second.Tensor : terms.First.Tensor;
        return Unify(current, found.Base, inTraining: true, line)
            && BindNumber(product.Coefficient, added.Coefficient, line);
    }

    private static bool IsOf(ProductView product, Parameter parameter) =>
        product.Factors is [{ Exponent: 1, Minus: null, Base.Node: ParameterNode { Parameter: var read } }]
        && ReferenceEquals(read, parameter);
}
