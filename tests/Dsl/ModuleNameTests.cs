using NetDsl.Layers;
using Xunit;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Dsl;

public sealed class ModuleNameTests
{
    private static readonly Dim features = Dim.Feature("in", 9);

    [Fact]
    public void Properties_and_fields_give_parameters_their_names_in_snake_case() =>
        Assert.Equal(
            [
                "m/w",
                "m/running_mean",
                "m/input_to_hidden",
                "m/rnn_state",
                "m/hidden2",
                "m/private_scale",
                "m/underscored",
            ],
            NamesIn(new Members())
        );

    [Fact]
    public void Modules_in_lists_are_numbered_from_zero() =>
        Assert.Equal(["m/scales/0", "m/layers/0/gain", "m/layers/1/gain", "m/pair/0/gain"], NamesIn(new Lists()));

    [Fact]
    public void Modules_in_dictionaries_are_named_by_their_keys() =>
        Assert.Equal(["m/by_name/left/gain", "m/by_number/7/gain"], NamesIn(new Dictionaries()));

    [Fact]
    public void Modules_in_tuples_and_in_lists_of_these_are_numbered_too() =>
        Assert.Equal(
            [
                "m/pair/0/gain",
                "m/pair/1/gain",
                "m/blocks/0/0/gain",
                "m/blocks/0/1/gain",
                "m/blocks/1/0/gain",
                "m/blocks/1/1/gain",
                "m/rows/0/0/gain",
                "m/rows/1/0/gain",
            ],
            NamesIn(new Tuples())
        );

    [Fact]
    public void Empty_members_and_empty_places_in_lists_are_passed_over() =>
        Assert.Equal(["m/layers/1/gain"], NamesIn(new Gaps()));

    [Fact]
    public void A_constructor_parameter_that_is_kept_gives_its_name() =>
        Assert.Equal(["m/inner_gain/gain"], NamesIn(new Captured(new Gain())));

    [Fact]
    public void Members_of_base_classes_come_first() =>
        Assert.Equal(["m/inherited", "m/private_inherited", "m/own"], NamesIn(new Derived()));

    [Fact]
    public void A_name_given_to_a_parameter_takes_the_place_of_the_members_name() =>
        Assert.Equal(["m/W", "m/batch_norm/v2_mean"], NamesIn(new Renamed()));

    [Fact]
    public void A_module_that_nothing_holds_is_called_as_its_class() =>
        Assert.Equal(["gain/gain"], UnusedIn(_ => Assert.IsType<Gain>(new Gain())));

    [Fact]
    public void A_module_may_be_added_without_a_name_of_its_own() =>
        Assert.Equal(["gain"], UnusedIn(net => net.Add("", new Gain())));

    [Fact]
    public void An_added_module_may_have_a_path() =>
        Assert.Equal(["encoder/first/gain"], UnusedIn(net => net.Add("encoder.first", new Gain())));

    [Fact]
    public void Adding_a_module_answers_it()
    {
        var gain = new Gain();

        Assert.Same(gain, new Net("net").Add("m", gain));
    }

    [Fact]
    public void A_module_added_again_takes_the_last_name() =>
        Assert.Equal(
            ["last/gain"],
            UnusedIn(net =>
            {
                var gain = net.Add("first", new Gain());
                _ = net.Add("last", gain);
            })
        );

    [Fact]
    public void A_module_held_in_two_places_takes_the_shorter_path() =>
        Assert.Equal(["m/direct/gain"], NamesIn(new TwoPlaces(new Gain())));

    [Fact]
    public void A_module_held_twice_at_the_same_depth_takes_the_first_path() =>
        Assert.Equal(["m/first/gain"], NamesIn(new Twice(new Gain())));

    [Fact]
    public void A_parameter_held_in_two_places_takes_the_first_name() => Assert.Equal(["m/first"], NamesIn(new Tied()));

    [Fact]
    public void A_module_called_twice_has_its_parameters_once()
    {
        var net = Started(out var data, Dim.Batch, features);
        var gain = net.Add("m", new Gain());
        net.Output(gain.Call(gain.Call(data)));

        Assert.Equal(["m/gain"], ParameterNames(net));
    }

    [Fact]
    public void The_order_of_calls_does_not_change_names()
    {
        var net = Started(out var data, Dim.Batch, features);
        var lists = net.Add("m", new Lists());
        net.Output(lists.Layers[0].Call(lists.Layers[1].Call(data)));

        Assert.Equal(["m/layers/1/gain", "m/layers/0/gain"], ParameterNames(net));
    }

    [Fact]
    public void A_module_made_before_the_net_is_named_when_added()
    {
        var lists = new Lists();
        var net = Started(out var data, Dim.Batch, features);
        net.Output(net.Add("m", lists).Layers[0].Call(data));

        Assert.Equal(["m/layers/0/gain"], ParameterNames(net));
    }

    [Fact]
    public void A_module_made_before_the_net_is_known_from_its_first_call()
    {
        var linear = new Linear(Dim.Feature("out", 2));
        var net = Started(out var data, Dim.Batch, features);
        net.Output(linear.Call(data));

        Assert.Equal(["linear/W", "linear/b"], ParameterNames(net));
    }

    [Fact]
    public void A_module_of_the_library_is_named_by_the_module_that_holds_it()
    {
        var net = Started(out var data, Dim.Batch, features);
        net.Output(new Head().Call(data));

        Assert.Equal(["head/to_classes/W", "head/to_classes/b"], ParameterNames(net));
    }

    [Fact]
    public void Layers_belong_to_the_module_whose_call_recorded_them()
    {
        var net = Started(out var data, Dim.Batch, features);
        var head = new Head();
        net.Output(head.Call(data));
        var graph = net.Build();

        Assert.Equal(
            ["", "head.to_classes", "head.to_classes", "head"],
            graph.Nodes.Select(node => graph.Modules.PathOf(node.Module))
        );
    }

    [Fact]
    public void Members_of_one_name_in_lower_case_are_reported()
    {
        var net = Started(out var data, Dim.Batch, features);
        var module = net.Add("m", new SameInLowerCase());
        net.Output(data * module.Scale * module.Other);

        Assert.Equal("ND1004", Assert.Single(Diagnostics(net)).Code);
    }

    [Fact]
    public void A_property_of_letters_outside_of_ASCII_is_reported_and_not_renamed()
    {
        var net = Started(out var data, Dim.Batch, features);
        net.Output(data * net.Add("m", new German()).Größe);

        Assert.Equal(
            "The parameter name \"m/gr\\u00f6\\u00dfe\" cannot be written: RETURNN takes letters, digits, \"_\" and \".\", "
                + "starting with a letter or digit.",
            Assert.Single(Diagnostics(net)).Message
        );
    }

    // What is never used is listed with its name, in the order of the walk.
    private static IEnumerable<string?> NamesIn(Module module) => UnusedIn(net => net.Add("m", module));

    private static IEnumerable<string?> UnusedIn(Action<Net> make)
    {
        var net = Started(out _, Dim.Batch, features);
        make(net);
        return net.Build().Diagnostics.Select(diagnostic => diagnostic.Layer);
    }

    private sealed class Gain : Module
    {
        private readonly Parameter gain = new([features]);

        public Tensor Call(Tensor x) => x * gain;
    }

    private sealed class Members : Module
    {
        public Parameter W { get; } = new([features]);
        public Parameter RunningMean { get; } = new([features]);
        public Parameter InputToHidden { get; } = new([features]);
        public Parameter RNNState { get; } = new([features]);
        public Parameter Hidden2 { get; } = new([features]);
        private readonly Parameter privateScale = new([features]);
        private readonly Parameter _underscored = new([features]);

        public IReadOnlyList<Parameter> Private() => [privateScale, _underscored];
    }

    private sealed class Lists : Module
    {
        public IReadOnlyList<Gain> Layers { get; } = [new(), new()];
        public Gain[] Pair { get; } = [new()];
        public List<Parameter> Scales { get; } = [new([features])];
    }

    private sealed class Tuples : Module
    {
        public (Gain Left, Gain Right) Pair { get; } = (new(), new());
        public List<(Gain First, Gain Second)> Blocks { get; } = [(new(), new()), (new(), new())];
        public Gain[][] Rows { get; } =
        [
            [new()],
            [new()],
        ];
        public List<object> Itself { get; } = [];

        internal Tuples() => Itself.Add(Itself);
    }

    private sealed class Dictionaries : Module
    {
        public Dictionary<string, Gain> ByName { get; } = new() { ["left"] = new() };
        public SortedList<int, Module> ByNumber { get; } = new() { [7] = new Gain() };
    }

    private sealed class Gaps : Module
    {
        public Gain? Absent { get; }
        public Parameter? None { get; }
        public Gain?[] Layers { get; } = [null, new()];
    }

    private sealed class Captured(Gain innerGain) : Module
    {
        public Tensor Call(Tensor x) => innerGain.Call(x);
    }

    private abstract class Base : Module
    {
        public Parameter Inherited { get; } = new([features]);
        private readonly Parameter privateInherited = new([features]);

        public Parameter Private() => privateInherited;
    }

    private sealed class Derived : Base
    {
        public Parameter Own { get; } = new([features]);
    }

    private sealed class Renamed : Module
    {
        public Parameter Weight { get; } = new([features], name: "W");
        public Parameter Mean { get; } = new([features], name: "batch_norm/v2_mean");
    }

    private sealed class TwoPlaces(Gain gain) : Module
    {
        public Captured Nested { get; } = new(gain);
        public Gain Direct { get; } = gain;
    }

    private sealed class Twice(Gain gain) : Module
    {
        public Gain First { get; } = gain;
        public Gain Second { get; } = gain;
    }

    private sealed class Tied : Module
    {
        public Tied()
        {
            First = new([features]);
            Second = First;
        }

        public Parameter First { get; }
        public Parameter Second { get; }
    }

    private sealed class Head : Module
    {
        public Linear ToClasses { get; } = new(Dim.Feature("classes", 2));

        public Tensor Call(Tensor x)
        {
            using var call = Enter(x);
            return Ops.Tanh(ToClasses.Call(x));
        }
    }

    private sealed class SameInLowerCase : Module
    {
        private readonly Parameter scale = new([features]);
        public Parameter Scale { get; } = new([features]);
        public Parameter Other => scale;
    }

    private sealed class German : Module
    {
        public Parameter Größe { get; } = new([features]);
    }
}
