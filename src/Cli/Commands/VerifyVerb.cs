using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using NetDsl.Reference;

namespace NetDsl.Cli;

/// <summary>The spelling of <c>verify</c> on the command line.</summary>
internal sealed class VerifyVerb
{
    private readonly Argument<string> input = new("MODEL")
    {
        Description = "A model (.cs, .csproj, folder, .dll), or a config (.py, .config, .json).",
    };

    private readonly Argument<string?> other = new("OTHER")
    {
        Description = "A config with the same parameters, if MODEL is a config.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string[]> models = new("--model")
    {
        Description = "Which of several models; may be repeated.",
        HelpName = "NAME",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<int> seed = new("--seed")
    {
        Description = "What the random numbers depend on.",
        HelpName = "N",
        DefaultValueFactory = _ => new VerificationOptions().Seed,
    };

    private readonly Option<int> batches = new("--batches")
    {
        Description =
            "How many batches are computed with all rules, each with other lengths and parameters; each rule alone gets one.",
        HelpName = "N",
        DefaultValueFactory = _ => new VerificationOptions().Batches,
    };

    private readonly Option<double> tolerance = new("--tolerance")
    {
        Description = "The largest relative difference that counts as rounding.",
        HelpName = "X",
        DefaultValueFactory = _ => new VerificationOptions().Tolerance,
    };

    private readonly Option<string?> against = new("--against")
    {
        Description = "Compare dims and parameters with a report of tools/returnn_verify.py; nothing is computed.",
        HelpName = "REPORT",
    };

    private readonly Option<bool> full = new("--full")
    {
        Description = "Compute large dims as large as they are, not a fraction of them; this may take minutes.",
    };

    private VerifyVerb() { }

    /// <summary>The verb, with a MODEL argument unless the models are given.</summary>
    public static Command Create(CliHost host, GlobalOptions globals, IReadOnlyList<Delegate>? given)
    {
        var verb = new VerifyVerb();
        var command = new Command("verify", "Compute fused and primitive form, and compare.");
        if (given is null)
        {
            command.Add(verb.input);
            command.Add(verb.other);
        }

        verb.batches.Validators.Add(RejectNoBatch);
        verb.tolerance.Validators.Add(RejectNoTolerance);
        command.Add(verb.models);
        command.Add(verb.seed);
        command.Add(verb.batches);
        command.Add(verb.tolerance);
        command.Add(verb.full);
        command.Add(verb.against);
        globals.Guard(command);
        command.SetAction(result =>
        {
            var verify = new VerifySettings(
                given is null ? result.GetValue(verb.input) : null,
                given is null ? result.GetValue(verb.other) : null,
                [.. result.GetValue(verb.models) ?? []],
                result.GetValue(verb.against),
                result.GetValue(verb.full),
                new()
                {
                    Seed = result.GetValue(verb.seed),
                    Batches = result.GetValue(verb.batches),
                    Tolerance = result.GetValue(verb.tolerance),
                }
            );
            return new VerbRunner(host, globals).Run(
                result,
                new VerbFiles([verify.Input, verify.Other, verify.Against], []),
                settings => new VerifyCommand(host, verify, new ModelSource(host, settings, given)).Run
            );
        });
        return command;
    }

    private static void RejectNoBatch(OptionResult result)
    {
        if (
            result.Tokens is [var token]
            && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var number)
            && number < 1
        )
        {
            result.AddError($"--batches is at least 1, not {token.Value}");
        }
    }

    private static void RejectNoTolerance(OptionResult result)
    {
        if (
            result.Tokens is [var token]
            && double.TryParse(token.Value, CultureInfo.InvariantCulture, out var number)
            && !(double.IsFinite(number) && number >= 0)
        )
        {
            result.AddError($"--tolerance is a number from 0 on, not {token.Value}");
        }
    }
}
