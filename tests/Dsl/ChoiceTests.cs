using NetDsl.Emit;
using NetDsl.Tests.Emitting;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Dsl;

/// <summary>What a choice of labels can be asked for.</summary>
public sealed class ChoiceTests
{
    [Fact]
    public void Training_can_read_labels_drawn_by_the_scores() =>
        Assert.Contains("\"scheduled_sampling\": {\"gold_mixin_prob\": 0.75}", Chosen(goldShare: 0.75));

    [Fact]
    public void Training_that_reads_only_drawn_labels_mixes_in_none() =>
        Assert.Contains("\"scheduled_sampling\": True", Chosen(goldShare: 0.0));

    [Fact]
    public void Training_follows_the_targets_unless_said_otherwise() =>
        Assert.DoesNotContain("scheduled_sampling", Chosen(goldShare: 1.0));

    [Fact]
    public void Search_draws_no_labels_and_so_needs_no_targets()
    {
        var net = new Net("search") { Task = NetTask.Search };
        var (time, classes) = (Dim.Dynamic("time"), Dim.Feature("classes", 3));
        var scores = net.Input("data", [Dim.Batch, time, classes]);
        var labels = net.Input("classes", [Dim.Batch, Dim.Dynamic("label_time")], sparse: classes);
        var found = Loop(
            time,
            step =>
            {
                var label = step.Choice(labels);
                label.Choose(step.Unstack(scores), goldShare: 0.7);
                return step.Stack(label.State);
            }
        );
        net.Output(Decide(found));

        var text = ConfigEmitter.Emit(net, new() { Format = ConfigFormat.Python }).Text;

        Assert.DoesNotContain("scheduled_sampling", text);
    }

    [Theory]
    [InlineData(ChoiceScores.Logits, "logits")]
    [InlineData(ChoiceScores.Probabilities, "prob")]
    [InlineData(ChoiceScores.LogProbabilities, "log_prob")]
    public void Scores_are_what_the_model_says(ChoiceScores scores, string word) =>
        Assert.Contains($"\"input_type\": \"{word}\"", Chosen(goldShare: 1.0, scores));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_share_is_from_0_to_1(double share) => Assert.Throws<ArgumentOutOfRangeException>(() => Chosen(share));

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void The_first_label_is_one_of_the_classes(int initial) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Sample.Of(s =>
            {
                var labels = s.Net.Input("classes", [Dim.Batch, s.Time], sparse: Dim.Feature("labels", 3));
                Loop(s.Time, step => step.Stack(step.Choice(labels, initial).State));
            })
        );

    [Fact]
    public void Targets_are_class_indices_of_the_dataset() =>
        Assert.Throws<ArgumentException>(() =>
            Sample.Of(s => Loop(s.Time, step => step.Stack(step.Choice(s.Data).State)))
        );

    private static string Chosen(double goldShare, ChoiceScores scores = ChoiceScores.Logits) =>
        Emitted.Text(
            Sample.Of(s =>
            {
                var labels = s.Net.Input("classes", [Dim.Batch, s.Time], sparse: s.In);
                var chosen = Decode(
                    labels,
                    step =>
                    {
                        var label = step.Choice(labels);
                        var sum = step.State([Dim.Batch, s.In]);
                        label.Choose(sum.Assign(sum.Previous + 1.0), scoresAre: scores, goldShare: goldShare);
                        return step.Stack(label.State);
                    },
                    maxLength: 10
                );
                s.Net.Output(chosen);
            }),
            Form.Python
        );
}
