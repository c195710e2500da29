using Xunit;
using static NetDsl.OptionValue;

namespace NetDsl.Tests.Checking;

public sealed class TrainingCheckTests
{
    [Theory]
    [InlineData("adamm", "adam")]
    [InlineData("rmspropp", "rmsprop")]
    [InlineData("momentun", "momentum")]
    public void An_unknown_optimizer_is_an_error_that_names_the_nearest(string written, string meant) =>
        Assert.Equal(
            [$"Error ND3029: RETURNN has no optimizer \"{written}\". Did you mean \"{meant}\"?"],
            Checked.Texts(Optimizer(("class", written)))
        );

    [Fact]
    public void An_optimizer_that_another_TensorFlow_may_have_is_a_warning() =>
        Assert.Equal(
            [
                "Warning ND3029: RETURNN has no optimizer \"elasticaverage\". Check that this version of TensorFlow has it.",
            ],
            Checked.Texts(Optimizer(("class", "elasticaverage")))
        );

    [Fact]
    public void Optimizers_are_known_in_any_case() => Assert.Empty(Optimizer(("class", "Adam"), ("beta1", 0.9)));

    [Theory]
    [InlineData("epsiloon", "epsilon")]
    [InlineData("beta_1", "beta1")]
    [InlineData("learning_rate_multiplierr", "learning_rate_multiplier")]
    public void An_unknown_option_of_an_optimizer_is_an_error_that_names_the_nearest(string written, string meant) =>
        Assert.Equal(
            [$"Error ND3030: The optimizer \"adam\" takes no option \"{written}\". Did you mean \"{meant}\"?"],
            Checked.Texts(Optimizer(("class", "adam"), (written, 0.1)))
        );

    [Fact]
    public void An_option_that_another_Keras_may_have_is_a_warning() =>
        Assert.Equal(
            [Severity.Warning],
            Optimizer(("class", "adamw"), ("weight_decay_modules_blacklist", List()))
                .Select(finding => finding.Severity)
        );

    [Fact]
    public void The_learning_rate_in_the_optimizer_is_an_error() =>
        Assert.Equal(
            [
                "Error ND3022: RETURNN sets the option \"learning_rate\" itself; the optimizer cannot give it. Leave it out; the top-level key learning_rate holds it.",
            ],
            Checked.Texts(Optimizer(("class", "adam"), ("learning_rate", 0.1)))
        );

    [Fact]
    public void The_type_of_an_option_of_an_optimizer_is_checked() =>
        Assert.Equal(
            ["Error ND3025: \"epsilon\" of the optimizer is the text \"1e-8\", where RETURNN takes a number."],
            Checked.Texts(Optimizer(("class", "adam"), ("epsilon", "1e-8")))
        );

    [Fact]
    public void An_optimizer_without_a_class_is_an_error() =>
        Assert.Equal(
            ["Error ND3023: The option \"class\" is missing in the optimizer. Give \"class\"."],
            Checked.Texts(Optimizer(("epsilon", 1e-8)))
        );

    [Fact]
    public void Momentum_without_its_momentum_is_an_error() =>
        Assert.Equal(
            [
                "Error ND3023: The option \"momentum\" is missing in the optimizer; \"momentum\" cannot do without. Give \"momentum\".",
            ],
            Checked.Texts(Optimizer(("class", "momentum")))
        );

    [Fact]
    public void The_top_level_key_can_hold_the_momentum() =>
        Assert.Empty(Checked.Keys(("momentum", 0.9), ("optimizer", Dict(("class", "momentum")))));

    [Fact]
    public void A_top_level_momentum_of_nothing_does_not_count() =>
        Assert.Equal(
            ["ND3023"],
            Checked.Keys(("momentum", 0.0), ("optimizer", Dict(("class", "momentum")))).Select(finding => finding.Code)
        );

    [Fact]
    public void An_optimizer_that_is_only_named_is_an_error() =>
        Assert.Equal(
            ["Error ND3025: \"optimizer\" of the config is the text \"adam\", where RETURNN takes a dict."],
            Checked.Texts(Checked.Keys(("optimizer", "adam")))
        );

    [Theory]
    [InlineData("HdfDataset", "HDFDataset")]
    [InlineData("Task12AXDatast", "Task12AXDataset")]
    public void An_unknown_dataset_is_an_error_that_names_the_nearest(string written, string meant) =>
        Assert.Equal(
            [
                $"Error ND3031: RETURNN has no dataset class \"{written}\", which the dataset \"train\" asks for. Did you mean \"{meant}\"?",
            ],
            Checked.Texts(Checked.Keys(("train", Dict(("class", written)))))
        );

    [Theory]
    [InlineData("num_seq", "num_seqs")]
    [InlineData("partition_epochs", "partition_epoch")]
    [InlineData("seq_odering", "seq_ordering")]
    public void An_unknown_option_of_a_dataset_is_an_error_that_names_the_nearest(string written, string meant) =>
        Assert.Equal(
            [
                $"Error ND3032: The dataset class \"Task12AXDataset\" takes no option \"{written}\", which the dataset \"dev\" gives. Did you mean \"{meant}\"?",
            ],
            Checked.Texts(Checked.Keys(("dev", Dict(("class", "Task12AXDataset"), (written, 5)))))
        );

    [Fact]
    public void A_missing_option_of_a_dataset_is_an_error() =>
        Assert.Equal(
            [
                "Error ND3023: The option \"path\" is missing in the dataset \"train\"; \"TranslationDataset\" cannot do without. Give \"path\".",
            ],
            Checked.Texts(Checked.Keys(("train", Dict(("class", "TranslationDataset"), ("file_postfix", "a")))))
        );

    [Fact]
    public void A_text_where_a_dataset_takes_a_number_is_an_error() =>
        Assert.Equal(
            ["ND3025"],
            Checked
                .Keys(("train", Dict(("class", "Task12AXDataset"), ("num_seqs", "many"))))
                .Select(finding => finding.Code)
        );

    [Fact]
    public void Datasets_inside_others_are_checked() =>
        Assert.Equal(
            [
                "the dataset \"train/a\"",
                "the dataset \"dev/0\"",
                "the dataset \"eval/dataset\"",
                "the dataset \"test\"",
            ],
            Checked
                .Keys(
                    (
                        "train",
                        Dict(
                            ("class", "MetaDataset"),
                            ("data_map", Dict()),
                            ("datasets", Dict(("a", Dict(("class", "HDFDatast")))))
                        )
                    ),
                    ("dev", Dict(("class", "ConcatDataset"), ("datasets", List(Dict(("class", "HDFDatast")))))),
                    (
                        "eval",
                        Dict(
                            ("class", "MultiEpochDataset"),
                            ("multi_epoch", 2),
                            ("dataset", Dict(("class", "HDFDatast")))
                        )
                    ),
                    ("eval_datasets", Dict(("test", Dict(("class", "HDFDatast")))))
                )
                .Select(finding =>
                    finding.Message.Split("which ")[1].Replace(" asks for.", "", StringComparison.Ordinal)
                )
        );

    [Fact]
    public void What_datasets_say_among_themselves_is_no_finding() =>
        Assert.Empty(Checked.Keys(("train", Dict(("class", "Task12AXDataset"), ("_num_shards", 2)))));

    [Theory]
    [InlineData("a.hdf")]
    [InlineData("config:get_train()")]
    public void A_dataset_that_is_a_text_is_not_looked_into(string text) => Assert.Empty(Checked.Keys(("train", text)));

    private static List<Diagnostic> Optimizer(params (OptionValue, OptionValue)[] options) =>
        Checked.Keys(("optimizer", Dict(options)));
}
