using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>Compares several forms of a net with one, batch after batch, so that what is compared with is computed once.</summary>
/// <param name="blocks">The form that the others are compared with.</param>
/// <param name="options">How to compare.</param>
internal sealed class FormVerification(Form blocks, VerificationOptions options)
{
    private readonly List<(string Subject, int Places, FormComparison Comparison)> forms = [];

    /// <summary>Adds a form.</summary>
    /// <param name="subject">What is compared: the lowering rule.</param>
    /// <param name="places">In how many places the rule fired.</param>
    /// <param name="form">The form.</param>
    internal void Add(string subject, int places, Form form) =>
        forms.Add((subject, places, new(blocks, form, options.Tolerance)));

    /// <summary>
    /// Computes and compares: the first batch for all forms, the others for the last one alone. Nothing more once something cannot be
    /// computed.
    /// </summary>
    internal VerificationReport Run()
    {
        for (var batch = 0; batch < options.Batches; batch++)
        {
            var run = new BatchRun(blocks, options.Seed + batch, options.Sequences);
            foreach (var (index, (_, _, comparison)) in forms.Index())
            {
                // The last form has all that the others have.
                if (batch > 0 && index < forms.Count - 1)
                {
                    continue;
                }

                if (!comparison.Add(run, options.Sequences))
                {
                    return new([], [.. comparison.Diagnostics]) { IsComputed = false };
                }
            }
        }

        var rows = ImmutableArray.CreateBuilder<VerificationRow>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var (subject, places, comparison) in forms)
        {
            ImmutableArray<Deviation> deviations = [.. comparison.Deviations];
            var worst = deviations
                .Where(deviation => !(deviation.Relative <= options.Tolerance))
                .MaxBy(one => one.Relative);
            if (worst is not null)
            {
                diagnostics.Add(InterpreterDiagnostics.FormsDiffer(subject, worst, options.Seed));
            }

            rows.Add(new(subject, places, deviations, [.. comparison.Estimators], worst is null));
        }

        return new(rows.ToImmutable(), diagnostics.ToImmutable());
    }
}
