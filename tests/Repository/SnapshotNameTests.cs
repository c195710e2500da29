using System.Reflection;
using Xunit;

namespace NetDsl.Tests.Repository;

public sealed class SnapshotNameTests
{
    [Fact]
    public void A_snapshot_belongs_to_the_test_it_is_named_after() =>
        Assert.NotNull(Find("A_snapshot_belongs_to_the_test_it_is_named_after.verified.py"));

    [Fact]
    public void A_text_after_the_test_name_stands_for_parameters() =>
        Assert.NotNull(Find("A_text_after_the_test_name_stands_for_parameters_second.verified.py"));

    [Fact]
    public void A_snapshot_of_a_test_that_is_gone_is_an_orphan() =>
        Assert.Null(Find("A_test_that_is_gone.verified.py"));

    [Fact]
    public void A_test_whose_name_only_starts_the_same_owns_nothing() =>
        Assert.Null(Find("A_test_whose_name_only_starts_the_same_owns_nothingness.verified.py"));

    [Fact]
    public void A_snapshot_of_a_class_that_is_gone_is_an_orphan() =>
        Assert.Null(SnapshotName.FindTest("GoneTests.A_snapshot.verified.py"));

    [Theory]
    [InlineData("a.verified.py")]
    [InlineData("SnapshotNameTests.py")]
    [InlineData("verified.py")]
    public void A_file_that_is_not_named_as_a_snapshot_is_an_orphan(string fileName) =>
        Assert.Null(SnapshotName.FindTest(fileName));

    [Theory]
    [InlineData("_format=py_blocks=2")]
    [InlineData("_format=py")]
    [InlineData("_format=a-b_blocks=12")]
    public void The_values_of_a_theory_belong_to_it(string suffix) => Assert.NotNull(FindOfTheory(suffix));

    [Theory]
    [InlineData("")]
    [InlineData("_format=json_blocks=2")]
    [InlineData("_format=py_blocks=12")]
    [InlineData("_blocks=2")]
    public void Values_that_a_theory_no_longer_has_are_orphans(string suffix) => Assert.Null(FindOfTheory(suffix));

    [Theory]
    [InlineData("py", 2)]
    [InlineData("a/b", 12)]
    public void A_theory_to_name_snapshots_after(string format, int blocks) =>
        Assert.StartsWith(
            "_format=",
            SnapshotName.Suffix(TestMethods.Find(nameof(SnapshotNameTests), Theory)!, [format, blocks]),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(null, "null")]
    [InlineData(true, "True")]
    [InlineData(0.5, "0.5")]
    [InlineData("a:b", "a-b")]
    [InlineData(new[] { 1, 2 }, "[1,2]")]
    public void Values_are_spelled_as_Verify_spells_them(object? value, string spelling) =>
        Assert.Equal(
            "_value=" + spelling,
            SnapshotName.Suffix(
                TestMethods.Find(nameof(SnapshotNameTests), nameof(Values_are_spelled_as_Verify_spells_them))!,
                [value]
            )
        );

    private const string Theory = nameof(A_theory_to_name_snapshots_after);

    private static MethodInfo? FindOfTheory(string suffix) => Find($"{Theory}{suffix}.verified.py");

    private static MethodInfo? Find(string rest) => SnapshotName.FindTest($"{nameof(SnapshotNameTests)}.{rest}");
}
