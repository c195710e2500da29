using NetDsl.Tests.Golden.Python;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Emitting;

/// <summary>The part of the config around the net.</summary>
public sealed class TrainingTests
{
    [Fact]
    public void A_net_without_training_has_only_what_RETURNN_needs_to_build_it() =>
        Assert.Equal(
            ["use_tensorflow", "behavior_version", "time_dim", "in_dim", "extern_data", "network"],
            Keys(null)
        );

    [Fact]
    public void The_keys_of_a_training_come_in_a_fixed_order() =>
        Assert.Equal(
            [
                "use_tensorflow",
                "behavior_version",
                "task",
                "train",
                "dev",
                "eval",
                "time_dim",
                "in_dim",
                "extern_data",
                "network",
                "batch_size",
                "max_seqs",
                "num_epochs",
                "optimizer",
                "learning_rate",
                "model",
                "gradient_clip",
                "log_verbosity",
            ],
            Keys(
                new Training
                {
                    Train = Dataset.Of("Task12AXDataset"),
                    Dev = Dataset.Of("Task12AXDataset"),
                    Eval = Dataset.Of("Task12AXDataset"),
                    MaxSequences = 10,
                    Optimizer = Optimizer.Adam(),
                    Options = [new("gradient_clip", 1.0), new("log_verbosity", 3)],
                }
            )
        );

    [Fact]
    public void Datasets_and_the_optimizer_may_be_left_out() =>
        Assert.Equal(
            [
                "use_tensorflow",
                "behavior_version",
                "task",
                "time_dim",
                "in_dim",
                "extern_data",
                "network",
                "batch_size",
                "num_epochs",
                "learning_rate",
                "model",
            ],
            Keys(new Training())
        );

    [Theory]
    [InlineData("use_tensorflow", "True")]
    [InlineData("behavior_version", "21")]
    [InlineData("task", "\"train\"")]
    [InlineData("batch_size", "5000")]
    [InlineData("num_epochs", "5")]
    [InlineData("learning_rate", "0.001")]
    [InlineData("model", "\"model/net\"")]
    public void What_is_not_set_has_a_value_all_the_same(string key, string value) =>
        Assert.Equal(value, PythonText.Of(Config(new Training())[key]));

    [Theory]
    [InlineData("behavior_version", "16")]
    [InlineData("task", "\"search\"")]
    [InlineData("batch_size", "7")]
    [InlineData("max_seqs", "8")]
    [InlineData("num_epochs", "9")]
    [InlineData("learning_rate", "1.0")]
    [InlineData("model", "\"out/best\"")]
    public void What_is_set_is_written(string key, string value) =>
        Assert.Equal(
            value,
            PythonText.Of(
                Config(
                    new Training
                    {
                        BehaviorVersion = 16,
                        Task = "search",
                        BatchSize = 7,
                        MaxSequences = 8,
                        Epochs = 9,
                        LearningRate = 1.0,
                        Model = "out/best",
                    }
                )[key]
            )
        );

    [Fact]
    public void A_dataset_is_its_class_and_its_options() =>
        Assert.Equal(
            "{\"class\": \"HDFDataset\", \"files\": [\"a.hdf\"], \"seq_ordering\": \"random\"}",
            PythonText.Of(
                Config(
                    new Training
                    {
                        Train = Dataset.Of(
                            "HDFDataset",
                            ("files", OptionValue.List("a.hdf")),
                            ("seq_ordering", "random")
                        ),
                    }
                )["train"]
            )
        );

    public static TheoryData<Optimizer, string> Optimizers =>
        new()
        {
            { Optimizer.Adam(), "{\"beta1\": 0.9, \"beta2\": 0.999, \"class\": \"adam\", \"epsilon\": 1E-08}" },
            { Optimizer.RmsProp(), "{\"class\": \"rmsprop\", \"decay\": 0.9, \"epsilon\": 1E-10, \"momentum\": 0.0}" },
            { Optimizer.Adagrad(), "{\"class\": \"adagrad\", \"initial_accumulator_value\": 0.1}" },
            { Optimizer.Momentum(), "{\"class\": \"momentum\", \"momentum\": 0.9}" },
            { Optimizer.GradientDescent(), "{\"class\": \"gradientdescent\"}" },
            { Optimizer.Of("nadam", ("epsilon", 0.5)), "{\"class\": \"nadam\", \"epsilon\": 0.5}" },
        };

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void An_optimizer_is_a_dict_without_a_learning_rate(Optimizer optimizer, string dict) =>
        Assert.Equal(dict, PythonText.Of(Config(new Training { Optimizer = optimizer })["optimizer"]));

    private static IEnumerable<string> Keys(Training? training) =>
        Config(training).Assignments.Select(assignment => assignment.Name);

    private static PythonConfig Config(Training? training)
    {
        var net = Sample.Of(sample => sample.Net.Loss("energy", ReduceSum(sample.Data, [sample.In])));
        net.Training = training;
        return PythonConfig.Parse(Emitted.Text(net));
    }
}
