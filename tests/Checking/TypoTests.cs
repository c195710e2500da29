using Xunit;

namespace NetDsl.Tests.Checking;

/// <summary>Slips of one finger in the names that people write most.</summary>
public sealed class TypoTests
{
    private const int OfEachKind = 20;

    public static TheoryData<string, string, string> Names
    {
        get
        {
            var names = new TheoryData<string, string, string>();
            foreach (var name in CommonName.All())
            {
                names.Add(name.Kind, name.Owner, name.Name);
            }

            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_slip_in_a_common_name_is_found(string kind, string owner, string name) =>
        Assert.Empty(Missed(new(kind, owner, name)));

    [Fact]
    public void Of_a_hundred_slips_at_least_95_are_answered_with_the_name_that_was_meant()
    {
        var answers = CommonName
            .All()
            .SelectMany(name => Slips(name).Select(slip => name.Finding(slip)?.Suggestion))
            .Zip(CommonName.All().SelectMany(name => Slips(name).Select(_ => name.Name)))
            .ToList();

        Assert.InRange(
            answers.Count(answer => IsMeant(answer.First, answer.Second)),
            answers.Count * 95 / 100,
            answers.Count
        );
    }

    [Fact]
    public void The_list_holds_150_names_that_RETURNN_takes()
    {
        var names = CommonName.All().ToList();

        Assert.Equal(150, names.Count);
        Assert.DoesNotContain(names, name => !name.IsKnown(name.Name));
    }

    private static IEnumerable<string> Slips(CommonName name) =>
        Typos.Of(name.Name, OfEachKind).Where(slip => !name.IsKnown(slip));

    private static IEnumerable<string> Missed(CommonName name) => Slips(name).Where(slip => name.Finding(slip) is null);

    private static bool IsMeant(string? suggestion, string name) =>
        suggestion?.StartsWith($"Did you mean \"{name}\"", StringComparison.Ordinal) is true;
}
