using System.Collections.Immutable;
using NetDsl.Layers;
using Xunit;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Dsl;

/// <summary>A module has its whole path, whatever holds it and whenever it was made.</summary>
public sealed class ModulePathTests
{
    private static readonly Dim features = Dim.Feature("in", 9);
    private static readonly Dim classes = Dim.Feature("classes", 2);

    [Fact]
    public void Modules_in_an_immutable_array_are_numbered()
    {
        var net = Started(out var data, Dim.Batch, features);
        var stack = net.Add("m", new Stack());
        net.Output(stack.Layers[0].Call(data));

        Assert.Equal(["m/layers/0/W", "m/layers/0/b"], ParameterNames(net));
    }

    [Fact]
    public void A_module_two_levels_below_one_made_before_the_net_has_its_whole_path()
    {
        var outer = new Outer();
        var net = Started(out var data, Dim.Batch, features);
        net.Output(net.Add("m", outer).Middle.Map.Call(data));

        Assert.Equal(["m/middle/map/W", "m/middle/map/b"], ParameterNames(net));
    }

    [Fact]
    public void A_module_may_know_the_one_that_holds_it()
    {
        var net = Started(out var data, Dim.Batch, features);
        var parent = new Parent();
        net.Output(parent.Child.Map.Call(data));

        Assert.Equal(["parent/child/map/W", "parent/child/map/b"], ParameterNames(net));
    }

    private sealed class Stack : Module
    {
        public ImmutableArray<Linear> Layers { get; } = [new(classes)];
    }

    private sealed class Outer : Module
    {
        public Middle Middle { get; } = new();
    }

    private sealed class Middle : Module
    {
        public Linear Map { get; } = new(classes);
    }

    private sealed class Parent : Module
    {
        public Parent() => Child = new(this);

        public Child Child { get; }
    }

    private sealed class Child(Module parent) : Module
    {
        public Linear Map { get; } = new(classes);

        public Module Around => parent;
    }
}
