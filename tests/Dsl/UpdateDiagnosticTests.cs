using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Dsl;

public sealed class UpdateDiagnosticTests
{
    private const string MoveIt = "Move it out of one of the branches.";
    private const string NeverRuns = "This update can never run: the conditions around it exclude each other.";

    private static readonly Dim features = Dim.Feature("in", 9);

    private Parameter Counter { get; } = new([], auxiliary: true, type: DataType.Int32, name: "counter");

    [Fact]
    public void A_value_with_further_dims_cannot_be_assigned()
    {
        var net = Started(out _, Dim.Batch, features);
        var parameterLine = NextLine();
        var average = new Parameter([features], auxiliary: true, name: "average");
        var valueLine = NextLine();
        var value = net.Input("value", [Dim.Batch, features]);
        var line = NextLine();
        average.Assign(value);

        Says(
            net,
            new(
                "ND2009",
                line,
                "A value of [batch, in:9] cannot be assigned to a parameter of [in:9].",
                "Reduce the value over [batch] first."
            )
            {
                Related =
                [
                    (valueLine, "the value: data [batch, in:9]"),
                    (parameterLine, "the parameter: parameter [in:9]"),
                ],
            }
        );
    }

    [Fact]
    public void A_parameter_that_nothing_uses_is_a_warning()
    {
        var net = Started(out var data, Dim.Batch, features);
        var module = new OneOfTwo(features);
        net.Output(module.Call(data));

        Says(
            net,
            new(
                "ND4001",
                OneOfTwo.UnusedLine,
                "The parameter \"one_of_two/unused\" is never used, so RETURNN will not have it.",
                "Use it, or remove it."
            )
            {
                Severity = Severity.Warning,
                Layer = "one_of_two/unused",
            }
        );
    }

    [Fact]
    public void A_net_with_a_warning_is_built()
    {
        var net = Started(out var data, Dim.Batch, features);
        net.Output(new OneOfTwo(features).Call(data));

        Assert.Equal(["one_of_two/used"], ParameterNames(net));
    }

    [Fact]
    public void A_parameter_that_is_only_assigned_is_used()
    {
        var net = Started(out _, Dim.Batch, features);
        _ = net.Add("steps", new Steps());
        Assert.Single(Diagnostics(net));

        var assigning = Started(out _, Dim.Batch, features);
        assigning.Add("steps", new Steps()).Count.AssignAdd(1);
        Assert.Empty(Diagnostics(assigning));
    }

    [Fact]
    public void An_update_under_a_condition_and_its_opposite_can_never_run()
    {
        var net = Started(out _, Dim.Batch, features);
        var conditionLine = NextLine();
        void Outer(Action inner) => When(TrainFlag(), inner);
        var line = NextLine();
        Outer(() => Cond(TrainFlag(), () => { }, () => Counter.AssignAdd(1)));

        Says(net, NeverRunsAt(line, conditionLine));
    }

    [Fact]
    public void An_update_under_a_condition_and_its_negation_can_never_run()
    {
        var net = Started(out _, Dim.Batch, features);
        var conditionLine = NextLine();
        void Outer(Action inner) => When(TrainFlag(), inner);
        var line = NextLine();
        Outer(() => When(Not(TrainFlag()), () => Counter.AssignAdd(1)));

        Says(net, NeverRunsAt(line, conditionLine));
    }

    [Fact]
    public void An_update_under_contradicting_conditions_far_apart_can_never_run()
    {
        var net = Started(out var data, Dim.Batch, features);
        var large = ReduceMax(data, [Dim.Batch, features]) > 1.0;
        When(large, () => When(TrainFlag(), () => When(Not(Not(Not(large))), () => Counter.AssignAdd(1))));

        Assert.Equal("ND4002", Assert.Single(Diagnostics(net)).Code);
    }

    [Fact]
    public void An_update_under_a_constant_that_is_false_can_never_run()
    {
        var net = Started(out _, Dim.Batch, features);
        var line = NextLine();
        When(false, () => Counter.AssignAdd(1));

        Assert.Equal([("ND4002", line)], CodesAndLines(net));
    }

    [Fact]
    public void An_update_under_the_negation_of_true_can_never_run()
    {
        var net = Started(out _, Dim.Batch, features);
        When(Not(true), () => Counter.AssignAdd(1));

        Assert.Equal("ND4002", Assert.Single(Diagnostics(net)).Code);
    }

    [Fact]
    public void An_update_in_the_other_branch_of_true_can_never_run()
    {
        var net = Started(out _, Dim.Batch, features);
        Cond(true, () => { }, () => Counter.AssignAdd(1));

        Assert.Equal("ND4002", Assert.Single(Diagnostics(net)).Code);
    }

    [Fact]
    public void Updates_under_conditions_that_agree_run()
    {
        var net = Started(out var data, Dim.Batch, features);
        var large = ReduceMax(data, [Dim.Batch, features]) > 1.0;
        When(TrainFlag(), () => When(large, () => When(TrainFlag(), () => Counter.AssignAdd(1))));
        When(Not(large), () => When(TrainFlag(), () => Counter.AssignAdd(2)));
        When(true, () => When(Not(false), () => Counter.AssignAdd(3)));

        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void A_module_called_in_both_branches_on_the_train_flag_learns_in_one()
    {
        var net = Started(out var data, Dim.Batch, features);
        var norm = net.Add("norm", new NetDsl.Layers.BatchNorm());
        net.Output(Cond(TrainFlag(), () => norm.Call(Dropout(data, 0.1)), () => norm.Call(data)));

        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void A_branch_without_updates_may_be_one_that_never_runs()
    {
        var net = Started(out var data, Dim.Batch, features);
        net.Output(Cond(TrainFlag(), () => Cond(Not(TrainFlag()), () => -data, () => data), () => data));

        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void A_trained_parameter_cannot_be_assigned()
    {
        var net = Started(out var data, Dim.Batch, features);
        var parameterLine = NextLine();
        var weight = new Parameter([features], name: "weight");
        var value = ReduceMean(data, [Dim.Batch]);
        var line = NextLine();
        weight.Assign(value);

        Says(
            net,
            new(
                "ND4003",
                line,
                "Only auxiliary parameters can be assigned; the optimizer updates this one in the same step, "
                    + "in no defined order.",
                "Make it with new Parameter(..., auxiliary: true)."
            )
            {
                Related = [(parameterLine, "the parameter")],
            }
        );
    }

    [Fact]
    public void An_assignment_inside_a_loop_is_refused()
    {
        var net = Started(out var data, Dim.Batch, features);
        var assign = OptionValue.Dict(("class", "variable_assign"), ("var", "base:counter"), ("value", 1));
        var unit = OptionValue.Dict(
            ("output", OptionValue.Dict(("class", "copy"), ("from", "data:source"))),
            ("branch", OptionValue.Dict(("class", "subnetwork"), ("subnetwork", OptionValue.Dict(("set", assign)))))
        );
        var line = NextLine();
        _ = Layer.Raw("rec", [data], data.Dims, OptionValue.Dict(("unit", unit)));

        Says(
            net,
            new(
                "ND4004",
                line,
                "A deferred assignment inside a loop (unit/branch/subnetwork/set); RETURNN cannot run it there.",
                "Return the value from the loop, and assign it outside."
            )
        );
    }

    [Fact]
    public void An_assignment_in_a_raw_layer_that_is_no_loop_is_taken()
    {
        var net = Started(out var data, Dim.Batch, features);
        var assign = OptionValue.Dict(("class", "variable_assign"), ("var", "base:counter"), ("value", 1));
        var options = OptionValue.Dict(("subnetwork", OptionValue.Dict(("set", assign))));
        _ = Layer.Raw("subnetwork", [data], data.Dims, options);

        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void A_net_that_shall_be_trained_needs_a_loss()
    {
        var line = NextLine();
        var net = new Net("tagger") { Training = new() };
        net.Output(net.Input("data", [Dim.Batch, features]));

        Says(
            net,
            new(
                "ND4005",
                line,
                "The net \"tagger\" shall be trained but has no loss.",
                "Add one with net.Loss(name, tensor)."
            )
        );
    }

    [Fact]
    public void A_net_that_only_forwards_needs_no_loss()
    {
        var net = new Net("tagger") { Training = new() { Task = "forward" } };
        net.Output(net.Input("data", [Dim.Batch, features]));

        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void A_net_without_result_is_refused()
    {
        var line = NextLine();
        var net = new Net("empty") { Training = new() };
        _ = net.Input("data", [Dim.Batch, features]);

        Says(
            net,
            new(
                "ND4006",
                line,
                "The net \"empty\" has neither output nor loss, so RETURNN would build nothing.",
                "Add net.Output(tensor)."
            )
        );
    }

    private static Expected NeverRunsAt(int line, int conditionLine) =>
        new("ND4002", line, NeverRuns, MoveIt) { Related = [(conditionLine, "the condition")] };

    private sealed class OneOfTwo(Dim dim) : Module
    {
        public Parameter Used { get; } = new([dim]);
        public static int UnusedLine { get; } = NextLine();
        public Parameter Unused { get; } = new([dim]);

        public Tensor Call(Tensor x) => x * Used;
    }

    private sealed class Steps : Module
    {
        public Parameter Count { get; } = new([], auxiliary: true, type: DataType.Int32);
    }
}
