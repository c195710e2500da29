using System.Reflection;
using NetDsl.Layers;
using NetDsl.Tests.Emitting;

namespace NetDsl.Tests.Typed;

/// <summary>The functions of all layer classes, called with made-up arguments.</summary>
internal static class LayerFunctions
{
    private static readonly string[] ofCompiler = ["file", "line"];

    // What RETURNN takes in the place of an option that it demands.
    private static readonly HashSet<string?> standIns =
    [
        .. Catalog.Returnn.Layers.Values.SelectMany(known => known.Options.All).Select(option => option.Unless),
    ];

    /// <summary>The names of all functions.</summary>
    public static IEnumerable<string> Names =>
        typeof(ReturnnLayers).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => method.Name);

    /// <summary>Calls a function in a net, with its required arguments and some of the others.</summary>
    public static Tensor Call(Sample sample, string name, Func<ParameterInfo, bool> isGiven)
    {
        var method = typeof(ReturnnLayers).GetMethod(name)!;
        var arguments = method.GetParameters().Select(parameter => Argument(sample, parameter, isGiven)).ToArray();
        return (Tensor)method.Invoke(null, arguments)!;
    }

    private static object? Argument(Sample sample, ParameterInfo parameter, Func<ParameterInfo, bool> isGiven)
    {
        if (parameter.Name == "outShape")
        {
            return sample.Data.Dims;
        }

        var isOpen =
            !parameter.IsOptional
            || standIns.Contains(parameter.Name)
            || (isGiven(parameter) && !ofCompiler.Contains(parameter.Name));
        return !isOpen ? parameter.DefaultValue
            : parameter.ParameterType == typeof(DictValue) ? Dict(sample, parameter.Name!)
            : Value(sample, parameter.ParameterType);
    }

    private static DictValue Dict(Sample sample, string parameter)
    {
        var layer = OptionValue.Dict(("class", "copy"), ("from", "data"));
        return parameter switch
        {
            "subnetwork" => OptionValue.Dict(("output", layer)),
            "unit" or "trueLayer" or "falseLayer" => layer,
            "multiples" or "dropoutNoiseShape" => OptionValue.Dict((sample.Time, 1)),
            "setAxes" => OptionValue.Dict(("t", sample.Time)),
            _ => OptionValue.Dict(("key", 1)),
        };
    }

    private static object? Value(Sample sample, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsEnum)
        {
            return Enum.GetValues(plain).GetValue(0);
        }

        if (MemberOf(plain) is { } member)
        {
            return member;
        }

        return plain.Name switch
        {
            "Boolean" => true,
            "Int32" => 3,
            "Double" => 0.5,
            "String" => "text",
            nameof(Tensor) => sample.Data,
            nameof(Dim) => sample.Out,
            nameof(Shape) => sample.Data.Dims,
            nameof(OptionValue) => OptionValue.Code("made_up"),
            nameof(Initializer) => Initializer.GlorotUniform,
            nameof(Sources) => (Sources)sample.Data,
            nameof(LayerAxis) => (LayerAxis)sample.Time,
            nameof(LayerAxes) => LayerAxes.Create([sample.Time, LayerAxis.Feature]),
            nameof(Counts) => Counts.Create([2, 1]),
            nameof(Number) => (Number)2,
            nameof(Extent) => (Extent)3,
            nameof(LayerOptions) or nameof(SourceOptions) => null,
            "IReadOnlyList`1" => List(sample, plain.GetGenericArguments()[0]),
            _ => throw new InvalidOperationException($"The test has no value of {plain}."),
        };
    }

    private static Array List(Sample sample, Type item)
    {
        var list = Array.CreateInstance(item, 1);
        list.SetValue(
            item.IsGenericType ? (sample.Data, (LayerAxis)sample.Time)
                : item == typeof(PadWidth) ? (PadWidth)1
                : Value(sample, item),
            0
        );
        return list;
    }

    // The known words of types that are made for them.
    private static object? MemberOf(Type type) =>
        type.Namespace == typeof(ReturnnLayers).Namespace && type != typeof(LayerAxis)
            ? type.GetProperties(BindingFlags.Public | BindingFlags.Static)
                .FirstOrDefault(property => property.PropertyType == type)
                ?.GetValue(null)
            : null;
}
