using System.Runtime.CompilerServices;

namespace NetDsl;

/// <summary>
/// The label that each step of a decoder emits; from <see cref="LoopStep.Choice"/>. In training it is the one of the targets, in search
/// the best ones of a beam are followed (RETURNN's layer <c>choice</c>, contract 8).
/// </summary>
public sealed class LoopChoice
{
    private readonly Net net;
    private readonly Tensor targets;
    private readonly Dim axis;

    internal LoopChoice(Net net, LoopState state, Tensor targets, Dim axis) =>
        (this.net, State, this.targets, this.axis) = (net, state, targets, axis);

    /// <summary>The label of the step before: class indices.</summary>
    public Tensor Previous => State.Previous;

    /// <summary>The label, as something that is kept from step to step.</summary>
    public LoopState State { get; }

    /// <summary>Chooses the label of this step; once in each step.</summary>
    /// <param name="scores">A real number for each label.</param>
    /// <param name="beamSize">How many of the best are followed in search.</param>
    /// <param name="scoresAre">What the numbers are.</param>
    /// <param name="lengthNormalization">Whether search compares the score a label, not the score of all.</param>
    /// <param name="goldShare">
    /// How often training reads the label of the targets; otherwise one drawn by the scores (scheduled sampling, Bengio et al., 2015).
    /// </param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The label: class indices.</returns>
    public Tensor Choose(
        Tensor scores,
        int beamSize = 12,
        ChoiceScores scoresAre = ChoiceScores.Logits,
        bool lengthNormalization = true,
        double goldShare = 1.0,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentOutOfRangeException.ThrowIfLessThan(beamSize, 1);
        if (!(goldShare is >= 0.0 and <= 1.0))
        {
            throw new ArgumentOutOfRangeException(nameof(goldShare), goldShare, "A share is from 0 to 1.");
        }

        var options = OptionValue.Dict(
            ("beam_size", beamSize),
            ("input_type", Word(scoresAre)),
            ("length_normalization", lengthNormalization)
        );
        if (goldShare < 1.0)
        {
            var sampling = goldShare > 0.0 ? OptionValue.Dict(("gold_mixin_prob", goldShare)) : (OptionValue)true;
            options = options.With("scheduled_sampling", sampling);
        }

        var label = net.Record(new ChoiceNode(scores, targets, axis, options), new(file, line))[0];
        return State.Assign(label, file, line);
    }

    private static string Word(ChoiceScores scores) =>
        scores switch
        {
            ChoiceScores.Probabilities => "prob",
            ChoiceScores.LogProbabilities => "log_prob",
            _ => "logits",
        };
}
