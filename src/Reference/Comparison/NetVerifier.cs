using System.Collections.Immutable;
using NetDsl.Emit;

namespace NetDsl.Reference;

/// <summary>
/// Proves on this machine that a lowering changes nothing: computes the fused form of a net and its building blocks with the same random
/// numbers, and compares outputs, losses, gradients and updated variables.
/// </summary>
internal static class NetVerifier
{
    // The first at which the model can be recorded and the same rules fire is taken.
    private static readonly ImmutableArray<int> Divisors = [16, 8, 4, 2];

    /// <summary>Compares each lowering rule that fires in a net, alone, with the building blocks; then all rules together.</summary>
    /// <param name="net">The net.</param>
    /// <param name="emit">Emits it with options; <see cref="ConfigEmitter.Emit"/>.</param>
    /// <param name="options">How to compare.</param>
    /// <param name="again">Records the net once more, which is done with smaller dims; null to compute it as large as it is.</param>
    /// <exception cref="ModelException">The model has errors.</exception>
    internal static VerificationReport Verify(
        Net net,
        Func<Net, EmitOptions, Emission> emit,
        VerificationOptions options,
        Func<Net>? again = null
    )
    {
        var fused = emit(net, new());
        foreach (var divisor in again is null ? [] : Divisors)
        {
            if (
                Scaled(again!, emit, divisor, fused) is (var small, var smallFused)
                && Verify(small, smallFused, emit, options) is var report
                && report.IsComputed
            )
            {
                return report with { Divisor = divisor };
            }
        }

        return Verify(net, fused, emit, options);
    }

    /// <summary>Compares two configs with the same parameters.</summary>
    /// <param name="left">The text of one.</param>
    /// <param name="leftPath">Where it comes from; its end tells the format.</param>
    /// <param name="right">The text of the other.</param>
    /// <param name="rightPath">Where that comes from.</param>
    /// <param name="options">How to compare.</param>
    internal static VerificationReport Compare(
        string left,
        string leftPath,
        string right,
        string rightPath,
        VerificationOptions options
    )
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var first = ConfigReader.Read(left, leftPath, diagnostics)?.Config;
        var second = ConfigReader.Read(right, rightPath, diagnostics)?.Config;
        if (first is null || second is null || diagnostics.Any(finding => finding.Severity == Severity.Error))
        {
            return new([], diagnostics.ToImmutable());
        }

        var report = new FormVerification(new(first), options);
        report.Add("both configs", 1, new(second));
        return report.Run();
    }

    // Null if nothing is smaller, or if it is another net then.
    private static (Net Net, Emission Fused)? Scaled(
        Func<Net> again,
        Func<Net, EmitOptions, Emission> emit,
        int divisor,
        Emission whole
    )
    {
        try
        {
            using var scale = new DimScale(divisor);
            var net = again();
            var fused = emit(net, new());
            return scale.IsUsed && Fired(fused).SequenceEqual(Fired(whole)) ? (net, fused) : null;
        }
        catch (ModelException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Fired(Emission emission) =>
        emission.Lowering.Entries.Where(entry => entry.Fired).Select(entry => entry.Rule);

    private static VerificationReport Verify(
        Net net,
        Emission fused,
        Func<Net, EmitOptions, Emission> emit,
        VerificationOptions options
    )
    {
        var verification = new FormVerification(
            new(emit(net, new() { Lower = false, IsComputedOnly = true }).Config),
            options
        );
        var fired = Fired(fused).ToLookup(rule => rule, StringComparer.Ordinal);
        if (fired.Count > 1)
        {
            foreach (var rule in ConfigEmitter.RuleNames.Where(fired.Contains))
            {
                var others = ConfigEmitter.RuleNames.Where(other => other != rule).ToImmutableHashSet();
                var alone = new Form(emit(net, new() { RulesOff = others, IsComputedOnly = true }).Config);
                verification.Add(rule, fired[rule].Count(), alone);
            }
        }

        var subject = fired.Count == 1 ? fired.Single().Key : "all rules";
        verification.Add(subject, fired.Sum(rule => rule.Count()), new(fused.Config));
        return verification.Run();
    }
}
