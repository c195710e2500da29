using NetDsl.Tests.Emitting;
using NetDsl.Tests.Repository;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Translation;

/// <summary>Corners of updates that the random nets do not reach.</summary>
public sealed class UpdateCornerTests
{
    [Fact]
    public void A_parameter_that_is_an_output_is_read_before_its_update() =>
        NothingRaces(s =>
        {
            var mean = s.Statistic("mean");
            mean.AssignAdd(1.0);
            s.Net.Output(mean, "statistics");
        });

    [Fact]
    public void A_parameter_that_is_a_loss_is_read_before_its_update() =>
        NothingRaces(s =>
        {
            var mean = new Parameter([], auxiliary: true, name: "mean");
            mean.AssignAdd(1.0);
            s.Net.Loss("drift", mean);
        });

    [Fact]
    public void An_update_that_needs_one_result_of_a_cond_waits_for_a_read_that_makes_another() =>
        NothingRaces(s =>
        {
            var mean = s.Statistic("mean");
            var current = ReduceMean(s.Data, [Dim.Batch, s.Time]);
            var (first, second) = Cond(TrainFlag(), () => (current, current), () => (mean, -current));
            mean.AssignAdd(second);
            s.Net.Output(first, "statistics");
        });

    [Fact]
    public void A_dependency_is_named_once_though_a_cond_holds_two_updates()
    {
        var net = Sample.Of(s =>
        {
            var mean = s.Statistic("mean");
            When(
                TrainFlag(),
                () =>
                {
                    mean.Assign(1.0);
                    mean.AssignAdd(2.0);
                }
            );
            mean.AssignAdd(3.0);
            s.Net.Output(s.Data);
        });

        Assert.Equal("[\"cond\"]", Emitted.Summary(net)["assign_add"].Options["control_dependencies"]);
    }

    [Fact]
    public void Zeros_that_repeat_an_integer_are_integers()
    {
        var net = Sample.Of(s =>
        {
            var seen = new Parameter([s.In], 0, auxiliary: true, type: DataType.Int32, name: "seen");
            seen.AssignAdd(Cast(ReduceMax(s.Data, s.Data.Dims), DataType.Int32));
            s.Net.Output(s.Data);
        });

        Assert.Equal("0", Emitted.Summary(net)["zeros"].Options["value"]);
    }

    [Fact]
    public void An_auxiliary_integer_starts_at_an_integer_zero()
    {
        var net = Sample.Of(s =>
        {
            new Parameter([], auxiliary: true, type: DataType.Int32, name: "steps").AssignAdd(1);
            s.Net.Output(s.Data);
        });

        Assert.Equal("0", Emitted.Summary(net)["steps"].Options["init"]);
    }

    [Fact]
    public void A_fraction_cannot_be_added_to_an_integer() =>
        Assert.Throws<ModelException>(() =>
            Emitted.Text(
                Sample.Of(s =>
                {
                    Sample.Counter("steps").AssignAdd(1.5);
                    s.Net.Output(s.Data);
                })
            )
        );

    [Fact]
    public void Many_updates_of_one_parameter_grow_the_config_linearly()
    {
        Assert.InRange(Length(400) / (double)Length(200), 1.5, 2.5);

        static int Length(int updates) =>
            Emitted
                .Text(
                    Sample.Of(s =>
                    {
                        var mean = s.Statistic("mean");
                        for (var i = 0; i < updates; i++)
                        {
                            mean.AssignAdd(i);
                        }

                        s.Net.Output(s.Data);
                    })
                )
                .Length;
    }

    [Fact]
    public void An_average_of_a_trained_parameter_is_of_what_the_losses_have_read()
    {
        var net = Sample.Of(s =>
        {
            var scale = new Parameter([s.In], 1.0, name: "scale");
            var average = s.Statistic("average");
            average.AssignAdd((scale - average) * 0.01);
            s.Net.Loss("energy", ReduceMean(Square(s.Data * scale), [s.In]));
        });

        var readers = EmittedNet
            .Parse(Emitted.Text(net))
            .Layers()
            .Where(layer => layer.References().Any(reference => reference.Name == "scale"));
        Assert.Equal("scale.read", Assert.Single(readers).Name);
    }

    [Fact]
    public void A_trained_parameter_that_only_losses_read_needs_no_order()
    {
        var net = Sample.Of(s =>
        {
            var scale = new Parameter([s.In], 1.0, name: "scale");
            var average = s.Statistic("average");
            var scaled = s.Data * scale;
            average.AssignAdd(ReduceMean(scaled, [Dim.Batch, s.Time]) - average);
            s.Net.Loss("energy", ReduceMean(Square(scaled), [s.In]));
        });

        Assert.DoesNotContain("scale.read", Emitted.Text(net), StringComparison.Ordinal);
    }

    private static void NothingRaces(Action<Sample> record)
    {
        var net = Sample.Of(sample =>
        {
            record(sample);
            sample.Net.Output(sample.Data);
        });

        Findings.None(Laws.ReadsThatRace(EmittedNet.Parse(Emitted.Text(net))));
    }
}
