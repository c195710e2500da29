using NetDsl.Emit;
using Xunit;

namespace NetDsl.Tests.Hashing;

/// <summary>Configs that only Python understands whole: what code starts from counts as what it does.</summary>
public sealed class LeftToCodeTests
{
    private const string Head = """
        import foo
        extern_data = {"data": {"dim": 40}}

        """;

    /// <summary>A config, and what is changed in it.</summary>
    public static TheoryData<string, string, string, string> Edits =>
        new()
        {
            {
                "a net that a function goes on with",
                "network = {\"output\": {\"class\": \"linear\", \"n_out\": 5, \"from\": \"data\"}}\nfoo.patch(network)\n",
                "5",
                "6"
            },
            {
                "a number that is computed in two steps",
                "n = foo.n()\nn = n + 5\nn = n + 1\nnetwork = {\"output\": {\"class\": \"linear\", \"n_out\": n, \"from\": \"data\"}}\n",
                "n + 5",
                "n + 6"
            },
            {
                "a number that code has read before it is another",
                "n = 5\nm = foo.n(n)\nn = 7\nnetwork = {\"output\": {\"class\": \"linear\", \"n_out\": m, \"from\": \"data\", \"L2\": n}}\n",
                "n = 5",
                "n = 6"
            },
            {
                "what a loop runs over",
                "x = 0\nfor k in (8, 16):\n    x = foo.add(x, k)\nnetwork = {\"output\": {\"class\": \"linear\", \"n_out\": x, \"from\": \"data\"}}\n",
                "(8, 16)",
                "(9, 16)"
            },
            {
                "what a loop begins with",
                "x = 0\nfor k in (8, 16):\n    x = foo.add(x, k)\nnetwork = {\"output\": {\"class\": \"linear\", \"n_out\": x, \"from\": \"data\"}}\n",
                "x = 0",
                "x = 1"
            },
        };

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_of_what_code_starts_from_changes_the_hash(string what, string code, string old, string @new)
    {
        Assert.False(HashOf(code) == HashOf(Edited(code, old, @new)), what);
    }

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_of_what_code_starts_from_is_a_difference(string what, string code, string old, string @new)
    {
        var difference = NetDifference.Between(View(code), View(Edited(code, old, @new)));

        Assert.False(difference.Edits.IsEmpty, what);
    }

    private static string Edited(string code, string old, string @new) =>
        code.Replace(old, @new, StringComparison.Ordinal);

    private static string HashOf(string code) => ConfigHash.Of(View(code)).Whole;

    private static NetView View(string code) => NetView.Read(Head + code, "config.py").View!;
}
