using Xunit;

namespace NetDsl.Tests.Checking;

public sealed class KeyCheckTests
{
    [Theory]
    [InlineData("optimizer_epsiloon", "optimizer_epsilon")]
    [InlineData("trauncation", "truncation")]
    [InlineData("bacth_size", "batch_size")]
    [InlineData("num_epoch", "num_epochs")]
    [InlineData("learnig_rate", "learning_rate")]
    [InlineData("gradient_clip_gloabl_norm", "gradient_clip_global_norm")]
    [InlineData("tarin", "train")]
    public void A_near_miss_of_a_key_is_a_warning_that_names_it(string written, string meant) =>
        Assert.Equal(
            [$"Warning ND3033: RETURNN ignores the top-level key \"{written}\". Did you mean \"{meant}\"?"],
            Checked.Texts(Checked.Keys((written, 1)))
        );

    [Theory]
    [InlineData("my_experiment")]
    [InlineData("num_encoder_layers")]
    [InlineData("lr")]
    [InlineData("_model")]
    [InlineData("dim")]
    public void A_key_of_the_users_own_is_no_finding(string key) => Assert.Empty(Checked.Keys((key, 1)));

    [Theory]
    [InlineData("truncation")]
    [InlineData("multiprocessing")]
    public void A_key_that_RETURNN_once_read_is_no_finding(string key) => Assert.Empty(Checked.Keys((key, 1)));

    [Fact]
    public void A_dim_of_a_near_name_is_no_finding() =>
        Assert.Empty(Checked.Keys(("targets", Dim.Feature("targets", 5))));

    [Fact]
    public void The_type_of_a_key_is_checked_as_its_getter_does() =>
        Assert.Equal(
            ["Error ND3025: \"num_epochs\" of the config is 5.0, where RETURNN takes a whole number or a list."],
            Checked.Texts(Checked.Keys(("num_epochs", 5.0)))
        );

    [Fact]
    public void Numbers_for_float_keys_may_be_whole_or_texts() =>
        Assert.Empty(Checked.Keys(("optimizer_epsilon", 1), ("min_learning_rate", "1e-8")));

    [Fact]
    public void A_misspelt_task_is_an_error_that_names_the_nearest() =>
        Assert.Equal(
            ["Error ND3026: \"task\" of the config is \"trian\", which RETURNN does not know. Did you mean \"train\"?"],
            Checked.Texts(Checked.Keys(("task", "trian")))
        );
}
