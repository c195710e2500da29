using NetDsl.Layers;
using NetDsl.Tests.Emitting;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Translation;

/// <summary>When updates run, in which order, and what they wait for.</summary>
public sealed class UpdateTests
{
    [Fact]
    public void An_update_waits_for_the_one_recorded_before_it()
    {
        var net = Layers(s =>
        {
            var mean = s.Statistic("mean");
            mean.Assign(1.0);
            mean.AssignAdd(2.0);
        });

        Assert.Equal("[\"assign\"]", net["assign_add"].Options["control_dependencies"]);
    }

    [Fact]
    public void An_update_in_a_cond_waits_for_one_outside_of_it()
    {
        var net = Layers(s =>
        {
            var mean = s.Statistic("mean");
            mean.Assign(1.0);
            When(TrainFlag(), () => mean.AssignAdd(2.0));
        });

        Assert.Equal("[\"base:assign\"]", net["cond/true_layer/assign_add"].Options["control_dependencies"]);
    }

    [Fact]
    public void An_update_in_a_cond_waits_for_one_in_another_cond()
    {
        var net = Layers(s =>
        {
            var mean = s.Statistic("mean");
            When(TrainFlag(), () => mean.Assign(1.0));
            When(TrainFlag(), () => mean.AssignAdd(2.0));
        });

        Assert.Equal("[\"base:cond\"]", net["cond_2/true_layer/assign_add"].Options["control_dependencies"]);
    }

    [Fact]
    public void An_update_waits_for_one_in_a_cond_nested_before_it()
    {
        var net = Layers(s =>
        {
            var mean = s.Statistic("mean");
            When(
                TrainFlag(),
                () =>
                {
                    When(ReduceMax(s.Data, s.Data.Dims) > 0.0, () => mean.Assign(1.0));
                    mean.AssignAdd(2.0);
                }
            );
        });

        Assert.Equal("[\"cond\"]", net["cond/true_layer/assign_add"].Options["control_dependencies"]);
    }

    [Fact]
    public void Updates_in_the_two_branches_of_a_cond_do_not_wait_for_each_other()
    {
        var net = Layers(s =>
        {
            var mean = s.Statistic("mean");
            Cond(TrainFlag(), () => mean.Assign(1.0), () => mean.AssignAdd(2.0));
        });

        Assert.DoesNotContain("control_dependencies", net["cond/false_layer/assign_add"].Options.Keys);
    }

    [Fact]
    public void Updates_of_two_parameters_do_not_wait_for_each_other()
    {
        var net = Layers(s =>
        {
            s.Statistic("first").Assign(1.0);
            s.Statistic("second").AssignAdd(2.0);
        });

        Assert.DoesNotContain("control_dependencies", net["assign_add"].Options.Keys);
    }

    [Fact]
    public void An_update_is_run_by_a_hook_at_the_root()
    {
        var net = Layers(s => s.Statistic("mean").Assign(1.0));

        Assert.Equal("\"assign\"", net["assign.run"].Options["from"]);
    }

    [Fact]
    public void An_update_in_a_nested_cond_is_run_by_the_hook_of_the_outermost()
    {
        var net = Layers(s =>
            When(TrainFlag(), () => When(ReduceMax(s.Data, s.Data.Dims) > 0.0, () => s.Statistic("mean").Assign(1.0)))
        );

        Assert.Equal("\"cond\"", net["cond.run"].Options["from"]);
    }

    [Fact]
    public void An_update_beside_results_is_run_through_an_export_of_its_own()
    {
        var net = Layers(s =>
            s.Net.Output(
                Cond(
                    TrainFlag(),
                    () =>
                    {
                        s.Statistic("mean").Assign(1.0);
                        return s.Data;
                    },
                    () => -s.Data
                ),
                "result"
            )
        );

        Assert.Equal("\"cond/updates\"", net["cond.updates.run"].Options["from"]);
    }

    [Fact]
    public void A_parameter_read_elsewhere_is_read_before_its_update()
    {
        var net = Layers(s =>
        {
            var mean = s.Statistic("mean");
            mean.Assign(1.0);
            s.Net.Output(s.Data - mean, "centered");
        });

        Assert.Equal("[\"mean.read\"]", net["assign"].Options["control_dependencies"]);
    }

    [Fact]
    public void A_reader_of_an_updated_parameter_reads_the_ordered_read()
    {
        var net = Layers(s =>
        {
            var mean = s.Statistic("mean");
            mean.Assign(1.0);
            s.Net.Output(s.Data - mean, "centered");
        });

        Assert.Equal("[\"data:data\", \"mean.read\"]", net["centered"].Options["from"]);
    }

    [Fact]
    public void Batch_norm_needs_no_ordered_read()
    {
        var net = Sample.Of(s => s.Net.Output(s.Net.Add("norm", new BatchNorm()).Call(s.Data)));

        Assert.DoesNotContain("variable_read", Emitted.Summary(net, Form.PythonPrimitive).CountByClass().Keys);
    }

    [Fact]
    public void A_parameter_that_nobody_updates_needs_no_ordered_read()
    {
        var net = Layers(s => s.Net.Output(s.Data - s.Statistic("mean"), "centered"));

        Assert.DoesNotContain("variable_read", net.CountByClass().Keys);
    }

    [Fact]
    public void The_update_of_a_counter_is_a_constant_of_its_type()
    {
        var net = Layers(_ => Sample.Counter("steps").AssignAdd(1));

        Assert.Equal("constant: constant dtype=\"int32\" value=1", net["constant"].ToString());
    }

    [Fact]
    public void A_number_is_repeated_over_the_dims_of_the_parameter()
    {
        var net = Layers(s => s.Statistic("mean").Assign(2.5));

        Assert.Equal("[in:3]", net["constant"].Options["shape"]);
    }

    [Fact]
    public void A_tensor_is_repeated_over_the_dims_of_the_parameter()
    {
        var net = Layers(s => s.Statistic("mean").Assign(ReduceMax(s.Data, s.Data.Dims)));

        Assert.Equal(
            "assign.value: combine from=[\"max\", \"zeros\"] kind=\"add\" out_shape={in:3}",
            net["assign.value"].ToString()
        );
    }

    private static Golden.NetSummary Layers(Action<Sample> record) =>
        Emitted.Summary(
            Sample.Of(sample =>
            {
                record(sample);
                sample.Net.Output(sample.Data);
            })
        );
}
