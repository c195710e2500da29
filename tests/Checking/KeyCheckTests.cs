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
    [InlineData("loss_rate")]
    [InlineData("_model")]
    [InlineData("dim")]
    public void A_key_of_the_users_own_is_no_finding(string key) => Assert.Empty(Checked.Keys((key, 1)));

    [Theory]
    [InlineData("truncation")]
    [InlineData("multiprocessing")]
    [InlineData("momentum2")]
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

    [Theory]
    [InlineData("de", "dev")]
    [InlineData("lg", "log")]
    public void A_key_of_two_letters_may_be_a_near_miss(string written, string meant) =>
        Assert.Equal(
            [$"Warning ND3033: RETURNN ignores the top-level key \"{written}\". Did you mean \"{meant}\"?"],
            Checked.Texts(Checked.Keys((written, 1)))
        );

    [Fact]
    public void A_key_near_one_that_is_given_is_one_of_the_users_own() =>
        Assert.Empty(Checked.Keys(("target", "classes"), ("target2", "phones")));

    [Fact]
    public void A_constant_in_capitals_is_one_of_the_users_own() => Assert.Empty(Checked.Keys(("MODE", 1)));

    [Theory]
    [InlineData("random_seed", 1.5, "1.5, where RETURNN takes a whole number")]
    [InlineData("learning_rate", "[0.1]", null)]
    [InlineData("learning_rates", "0.1", null)]
    [InlineData("learning_rates", 0.1, "0.1, where RETURNN takes a text, a list (each item a number) or a dict")]
    [InlineData("preload_from_files", "a", "the text \"a\", where RETURNN takes a dict")]
    [InlineData("batch_size", "many", "the text \"many\", where RETURNN takes a number or a dict")]
    [InlineData("max_seqs", 2.5, "2.5, where RETURNN takes a whole number")]
    [InlineData("behavior_version", "21", "the text \"21\", where RETURNN takes a whole number or a list")]
    [InlineData("use_tensorflow", "yes", "the text \"yes\", where RETURNN takes a whole number or a list")]
    public void A_key_of_the_wrong_type_is_an_error(string key, object value, string? text) =>
        Assert.Equal(
            text is null ? [] : [$"Error ND3025: \"{key}\" of the config is {text}."],
            Checked.Texts(Checked.Keys((key, value is string words ? words : (OptionValue)(double)value)))
        );

    [Fact]
    public void Learning_rates_may_be_numbers_of_both_kinds() =>
        Assert.Empty(Checked.Keys(("learning_rates", OptionValue.List(1, 0.5))));

    [Fact]
    public void A_batch_size_may_be_one_number_for_each_input() =>
        Assert.Empty(Checked.Keys(("batch_size", OptionValue.Dict(("data", 10_000), ("classes", 300)))));

    [Fact]
    public void A_network_that_is_no_dict_is_an_error() =>
        Assert.Equal(
            ["Error ND3025: \"network\" of the config is an empty list, where RETURNN takes a dict."],
            Checked.Texts(Checked.Keys(("network", OptionValue.List())))
        );

    [Fact]
    public void A_backend_that_builds_no_net_of_layers_is_a_warning() =>
        Assert.Equal(
            [
                "Warning ND3038: \"backend\" of the config is \"tensorflow\", with which RETURNN does not read \"network\". Write use_tensorflow = True, or backend = \"tensorflow-net-dict\".",
            ],
            Checked.Texts(Checked.Keys(("backend", "tensorflow"), ("network", Net())))
        );

    [Fact]
    public void A_construction_that_does_not_work_is_a_warning() =>
        Assert.Equal(
            [
                "Warning ND3038: With \"flat_net_construction\" RETURNN fails at subnetworks, and never ends at loops. Leave it out.",
            ],
            Checked.Texts(Checked.Keys(("flat_net_construction", true), ("network", Net())))
        );

    private static DictValue Net() =>
        OptionValue.Dict(("output", OptionValue.Dict(("class", "copy"), ("from", "data"))));
}
