using NetDsl.Emit;
using Xunit;

namespace NetDsl.Tests.Checking;

/// <summary>A name that nothing in a Python config defines ends RETURNN with a NameError.</summary>
public sealed class UnboundNameTests
{
    private const string Use = "network = {\"a\": {\"class\": \"linear\", \"from\": \"data\", \"out_dim\": hid}}\n";

    [Fact]
    public void A_name_that_no_line_defines_is_an_error_at_its_place() =>
        Assert.Equal(
            ["net.py(1,64): error ND5014: No line of the config defines the name \"hid\". Define or import it."],
            Texts(Use)
        );

    [Theory]
    [InlineData("hide = 3\nhidd = FeatureDim(\"hid\", 20)\n", "hidd")]
    [InlineData("hidd = 20\n", "hidd")]
    [InlineData("from somewhere import hidd\n", "hidd")]
    public void The_nearest_name_is_proposed_that_of_a_dim_first(string before, string meant) =>
        Assert.EndsWith($"Did you mean \"{meant}\"?", Texts(before + Use).Single(), StringComparison.Ordinal);

    [Theory]
    [InlineData("a = [hid]\n")]
    [InlineData("a = hid\n")]
    [InlineData("a = FeatureDim(\"a\", hid)\n")]
    [InlineData("a = {hid: 1}\n")]
    public void It_is_found_wherever_a_value_stands(string text) => Assert.Single(Texts(text));

    [Fact]
    public void A_name_that_comes_twice_is_reported_once() => Assert.Single(Texts("a = hid\nb = hid\n"));

    [Theory]
    [InlineData("hid = f()\n")]
    [InlineData("hid: int = 5\n")]
    [InlineData("def hid():\n    pass\n")]
    [InlineData("class hid:\n    pass\n")]
    [InlineData("import hid\n")]
    [InlineData("import other as hid\n")]
    [InlineData("import hid.inner\n")]
    [InlineData("for hid in [1]:\n    pass\n")]
    [InlineData("with f() as hid:\n    pass\n")]
    [InlineData("try:\n    hid = 1\nexcept E:\n    pass\n")]
    [InlineData("try:\n    from a import *\nexcept ImportError:\n    pass\n")]
    [InlineData("if f():\n    def hid():\n        pass\n")]
    [InlineData("hid, other = 1, 2\n")]
    [InlineData("other = hid, third = f()\n")]
    [InlineData("def f():\n    global hid\n    hid = 1\nf()\n")]
    [InlineData("from somewhere import *\n")]
    [InlineData("exec(open(\"a\").read())\n")]
    [InlineData("globals().update(f())\n")]
    [InlineData("globals()[\"hi\" + \"d\"] = 1\n")]
    [InlineData("vars().update(f())\n")]
    [InlineData("config.typed_dict.update(f())\n")]
    [InlineData("print((hid := 3))\n")]
    public void What_code_binds_or_may_bind_is_no_finding(string before) => Assert.Empty(Texts(before + Use));

    [Theory]
    [InlineData("a = int\n")]
    [InlineData("a = __file__\n")]
    [InlineData("a = config\n")]
    [InlineData("a = [hid for hid in f()]\n")]
    [InlineData("a = lambda hid: hid\n")]
    public void Names_of_Python_and_RETURNN_and_those_inside_expressions_are_no_finding(string text) =>
        Assert.Empty(Texts(text));

    private static IEnumerable<string> Texts(string text) =>
        ConfigChecker
            .Check(text, "net.py")
            .Diagnostics.Where(finding => finding.Code == "ND5014")
            .Select(finding => $"{finding} {finding.Suggestion}");
}
