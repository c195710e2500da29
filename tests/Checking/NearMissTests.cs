using CsCheck;
using NetDsl.Layers;
using Xunit;

namespace NetDsl.Tests.Checking;

public sealed class NearMissTests
{
    [Theory]
    [InlineData("epsiloon", "epsilon")]
    [InlineData("epsiln", "epsilon")]
    [InlineData("epsilom", "epsilon")]
    [InlineData("espilon", "epsilon")]
    [InlineData("EPSILON", "epsilon")]
    public void One_letter_added_left_out_changed_or_swapped_is_near(string word, string meant) =>
        Assert.Equal(meant, NearMiss.Find(word, ["beta", "epsilon", "decay"]));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("gamma")]
    [InlineData("epsilon_of_the_optimizer")]
    public void Another_word_is_not_near(string word) => Assert.Null(NearMiss.Find(word, ["beta", "epsilon", "decay"]));

    [Fact]
    public void Of_several_the_nearest_is_meant() =>
        Assert.Equal("out_dims", NearMiss.Find("out_dimss", ["out_dim", "out_dims"]));

    [Fact]
    public void Of_equally_near_ones_the_first_is_meant() =>
        Assert.Equal("red1", NearMiss.Find("red", ["red1", "red2"]));

    [Theory]
    [InlineData("nrom", "norm")]
    [InlineData("rates", "rated")]
    [InlineData("ndam", "nadam")]
    public void Of_equally_near_ones_a_far_key_was_hardly_hit(string word, string meant) =>
        Assert.Equal(meant, NearMiss.Find(word, ["from", "ratep", "rated", "adam", "nadam", "norm"]));

    [Fact]
    public void More_edits_are_never_nearer_than_fewer() =>
        Assert.Equal("abcdefgh", NearMiss.Find("pbcdefgh", ["sbcdefhg", "abcdefgh"]));

    [Fact]
    public void A_word_of_any_length_is_answered() =>
        Assert.Null(NearMiss.Find(new string('a', 1_000_000), [new string('a', 1_000_000)]));

    [Fact]
    public void Any_one_edit_of_an_option_is_found()
    {
        var linear = Catalog.Returnn.Layers["linear"];
        string[] names = [.. linear.Options.Names.Concat(Catalog.Returnn.CommonOptions.Names).Where(n => n.Length > 3)];

        Gen.Select(Gen.Int[0, names.Length - 1].Select(i => names[i]), Gen.Double.Unit, Gen.Char.AlphaNumeric)
            .Sample(
                (name, place, letter) =>
                {
                    var at = (int)(place * name.Length);
                    Assert.NotNull(NearMiss.Find(name.Insert(at, letter.ToString()), names));
                    Assert.NotNull(NearMiss.Find(name.Remove(at, 1), names));
                    Assert.NotNull(NearMiss.Find(name.Remove(at, 1).Insert(at, letter.ToString()), names));
                }
            );
    }
}
