using System.Collections.Immutable;
using NetDsl.Emit;

namespace NetDsl.Reference;

/// <summary>
/// Proves on this machine that a lowering changes nothing: computes the fused form of a net and its building blocks with the same random
/// numbers, and compares outputs, losses, gradients and updated variables.
/// </summary>
internal static class NetVerifier
{
    /// <summary>Compares each lowering rule that fires in a net, alone, with the building blocks; then all rules together.</summary>
    /// <param name="net">The net.</param>
    /// <param name="emit">Emits it with options; <see cref="ConfigEmitter.Emit"/>.</param>
    /// <param name="options">How to compare.</param>
    /// <exception cref="ModelException">The model has errors.</exception>
    internal static VerificationReport Verify(
        Net net,
        Func<Net, EmitOptions, Emission> emit,
        VerificationOptions options
    )
    {
        var blocks = new Form(emit(net, new() { Lower = false }).Config);
        var fused = emit(net, new());
        var fired = fused
            .Lowering.Entries.Where(entry => entry.Fired)
            .ToLookup(entry => entry.Rule, StringComparer.Ordinal);
        var rows = ImmutableArray.CreateBuilder<VerificationRow>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        if (fired.Count > 1)
        {
            foreach (var rule in ConfigEmitter.RuleNames.Where(fired.Contains))
            {
                var others = ConfigEmitter.RuleNames.Where(other => other != rule).ToImmutableHashSet();
                var alone = new Form(emit(net, new() { RulesOff = others }).Config);
                rows.Add(Compare(rule, fired[rule].Count(), blocks, alone, options, diagnostics));
            }
        }

        var subject = fired.Count == 1 ? fired.Single().Key : "all rules";
        rows.Add(Compare(subject, fired.Sum(rule => rule.Count()), blocks, new(fused.Config), options, diagnostics));
        return new(rows.ToImmutable(), diagnostics.ToImmutable());
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

        var row = Compare("both configs", 1, new(first), new(second), options, diagnostics);
        return new([row], diagnostics.ToImmutable());
    }

    private static VerificationRow Compare(
        string subject,
        int places,
        Form left,
        Form right,
        VerificationOptions options,
        ImmutableArray<Diagnostic>.Builder diagnostics
    )
    {
        var comparison = new FormComparison(left, right, options.Tolerance);
        var isComputed = true;
        for (var batch = 0; isComputed && batch < options.Batches; batch++)
        {
            isComputed = comparison.Add(options.Seed + batch, options.Sequences);
        }

        diagnostics.AddRange(comparison.Diagnostics);
        ImmutableArray<Deviation> deviations = [.. comparison.Deviations];
        var worst = deviations
            .Where(deviation => !(deviation.Relative <= options.Tolerance))
            .MaxBy(one => one.Relative);
        if (worst is not null)
        {
            diagnostics.Add(InterpreterDiagnostics.FormsDiffer(subject, worst, options.Seed));
        }

        return new(subject, places, deviations, [.. comparison.Estimators], isComputed && worst is null);
    }
}
