using NetDsl.Layers;
using NetDsl.Tests.Emitting;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Verifier;

namespace NetDsl.Tests.Translation;

/// <summary>Conds, updates and what they do to each other.</summary>
public sealed class ControlSnapshots
{
    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task Nested_conds_with_effects(Form form)
    {
        var net = Sample.Of(s =>
        {
            var mean = s.Statistic("mean");
            var seen = Sample.Counter("seen");
            var current = ReduceMean(s.Data, [Dim.Batch, s.Time]);
            When(
                TrainFlag(),
                () =>
                    Cond(
                        ReduceMax(current, [s.In]) > 1.0,
                        then: () => mean.Assign(current),
                        otherwise: () =>
                        {
                            mean.AssignAdd((current - mean) * 0.1);
                            seen.AssignAdd(1);
                        }
                    )
            );
            s.Net.Output(s.Data - current);
        });
        await Verify(Emitted.Text(net, form), Emitted.Extension(form)).UseParameters(form);
    }

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task A_cond_with_several_results_and_effects(Form form)
    {
        var net = Sample.Of(s =>
        {
            var mean = s.Statistic("mean");
            var results = Cond(
                TrainFlag(),
                then: () =>
                {
                    var current = ReduceMean(s.Data, [Dim.Batch, s.Time]);
                    mean.Assign(current);
                    return (IReadOnlyList<Tensor>)[s.Data - current, current, Square(current)];
                },
                otherwise: () => [s.Data, mean, Constant(0.0, [s.In])]
            );
            s.Net.Output(results[0]);
            s.Net.Output(results[1] + results[2], "statistics");
        });
        await Verify(Emitted.Text(net, form), Emitted.Extension(form)).UseParameters(form);
    }

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task Several_updates_of_one_parameter_in_order(Form form)
    {
        var net = Sample.Of(s =>
        {
            var mean = s.Statistic("mean");
            mean.Assign(ReduceMean(s.Data, [Dim.Batch, s.Time]));
            mean.AssignAdd(1.0);
            When(TrainFlag(), () => mean.AssignAdd(ReduceMax(s.Data, [Dim.Batch, s.Time])));
            mean.AssignAdd(2.0);
            s.Net.Output(s.Data);
        });
        await Verify(Emitted.Text(net, form), Emitted.Extension(form)).UseParameters(form);
    }

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task A_parameter_read_elsewhere_while_it_is_updated(Form form)
    {
        var net = Sample.Of(s =>
        {
            var mean = s.Statistic("mean");
            When(TrainFlag(), () => mean.Assign(ReduceMean(s.Data, [Dim.Batch, s.Time])));
            s.Net.Output(s.Data - mean);
        });
        await Verify(Emitted.Text(net, form), Emitted.Extension(form)).UseParameters(form);
    }

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task A_bare_step_counter(Form form)
    {
        var net = Sample.Of(s =>
        {
            Sample.Counter("steps").AssignAdd(1);
            s.Net.Output(s.Data);
        });
        await Verify(Emitted.Text(net, form), Emitted.Extension(form)).UseParameters(form);
    }

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task A_raw_layer_and_a_module_inside_a_branch(Form form)
    {
        var net = Sample.Of(s =>
        {
            var linear = s.Net.Add("encoder.ff", new Linear(s.Out));
            s.Net.Output(
                Cond(
                    TrainFlag(),
                    then: () =>
                        Layer.Raw(
                            "dropout",
                            [linear.Call(s.Data)],
                            [Dim.Batch, s.Time, s.Out],
                            OptionValue.Dict(
                                ("dropout", 0.1),
                                ("dropout_noise_shape", OptionValue.Dict(("*", OptionValue.None)))
                            )
                        ),
                    otherwise: () => linear.Call(s.Data)
                )
            );
        });
        await Verify(Emitted.Text(net, form), Emitted.Extension(form)).UseParameters(form);
    }

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task A_chain_of_300_layers(Form form)
    {
        var net = Sample.Of(s =>
        {
            var x = s.Data;
            for (var i = 0; i < 300; i++)
            {
                x = Gelu(x);
            }

            s.Net.Output(x);
        });
        await Verify(Emitted.Text(net, form), Emitted.Extension(form)).UseParameters(form);
    }
}
