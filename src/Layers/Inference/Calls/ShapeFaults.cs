using System.Globalization;

namespace NetDsl.Layers;

/// <summary>ND203x: layers whose dims do not fit, one method a cause.</summary>
internal static class ShapeFaults
{
    /// <summary>ND2015: an axis of the result that is no dim of the model.</summary>
    internal static ShapeFault Unnamed(string layer, Axis axis) =>
        new(
            "ND2015",
            $"The dims that come out of {layer} are not known: its axis {axis} is no dim of the model.",
            "Give the layer a dim for it, such as outDim, where it takes one."
        );

    /// <summary>ND2030: an axis that the tensor does not have.</summary>
    internal static ShapeFault NoAxis(string option, string axis, TensorType type) =>
        new(
            "ND2030",
            $"\"{option}\" asks for the axis {axis}, which {type} does not have.",
            "Name one of its axes.",
            option
        );

    /// <summary>ND2030: an axis description that fits several axes.</summary>
    internal static ShapeFault SeveralAxes(string option, string axis, TensorType type) =>
        new(
            "ND2030",
            $"\"{option}\" asks for the axis {axis}, of which {type} has several.",
            "Name one axis, by its dim if there is one.",
            option
        );

    /// <summary>ND2030: a description of axes that RETURNN does not read any more.</summary>
    internal static ShapeFault AxisByOrder(string option, string axis, int behaviorVersion) =>
        new(
            "ND2030",
            string.Create(
                CultureInfo.InvariantCulture,
                $"\"{option}\" asks for the axis {axis}, which RETURNN refuses from behavior_version {behaviorVersion} on."
            ),
            "Name the axis by its dim, or as \"T\", \"F\" or \"B\".",
            option
        );

    /// <summary>ND2030: a text that describes no axis.</summary>
    internal static ShapeFault NoAxisWord(string option, string axis) =>
        new(
            "ND2030",
            $"\"{option}\" asks for the axis {axis}, which is no description of an axis.",
            "Use a dim, \"T\", \"F\", \"B\", \"spatial\", \"static\", \"dim:40\" or \"stag:time\".",
            option
        );

    /// <summary>ND2031: sources whose axes do not match.</summary>
    internal static ShapeFault NoMatch(TensorType from, TensorType to, Axis axis) =>
        new(
            "ND2031",
            $"The axis {axis} of {from} has no match in {to}.",
            "Give both the same dim, or rename it with reinterpret_data.",
            "from"
        );

    /// <summary>ND2032: sources of which none has all axes.</summary>
    internal static ShapeFault BroadcastsAll(IReadOnlyList<TensorType> sources, TensorType common) =>
        new(
            "ND2032",
            $"None of the sources {string.Join(" and ", sources)} has all axes of the result {common}.",
            "If that is meant, declare the result with out_shape.",
            "from"
        );

    /// <summary>ND2033: a size that the class cannot work with.</summary>
    internal static ShapeFault Size(string what, string need, string? option = null) =>
        new("ND2033", $"{what}, where RETURNN needs {need}.", null, option);

    /// <summary>ND2034: the result has other dims than the layer declares.</summary>
    internal static ShapeFault Declared(string option, string declared, string actual) =>
        new(
            "ND2034",
            $"\"{option}\" declares {declared}, but the result is {actual}.",
            $"Correct \"{option}\", or leave it out.",
            option
        );

    /// <summary>ND2035: entries of a type that the class cannot take.</summary>
    internal static ShapeFault DataType(string what, string need) =>
        new("ND2035", $"{what}, where RETURNN needs {need}.", null, "from");

    /// <summary>ND2035: class indices where vectors are needed.</summary>
    internal static ShapeFault Indices(TensorType type, string need) =>
        DataType($"The input {type} holds class indices", need);

    /// <summary>ND2036: more or fewer sources than the class takes.</summary>
    internal static ShapeFault Sources(int given, string need) =>
        new(
            "ND2036",
            string.Create(
                CultureInfo.InvariantCulture,
                $"The layer reads {given} sources, where RETURNN needs {need}."
            ),
            null,
            "from"
        );

    /// <summary>ND2037: options that contradict each other or the class.</summary>
    internal static ShapeFault Options(string what, string? suggestion, string option) =>
        new("ND2037", what, suggestion, option);

    /// <summary>ND2037: a mask over an axis that RETURNN cannot make one for.</summary>
    internal static ShapeFault NoMask(Axis axis) =>
        new(
            "ND2037",
            $"The layer masks the axis {axis}, which shift_axis made; RETURNN fails at that from behavior_version 22 on.",
            "Take behavior_version 21.",
            "axis"
        );

    /// <summary>ND2038: an output of other size than its loss compares it with.</summary>
    internal static ShapeFault LossOfOtherSize(string loss, int actual, TensorType target, int needed) =>
        new(
            "ND2038",
            string.Create(
                CultureInfo.InvariantCulture,
                $"The loss \"{loss}\" compares {actual} features with the target {target}, where RETURNN needs {needed}."
            ),
            string.Create(CultureInfo.InvariantCulture, $"Make it {needed}, or name another target."),
            "loss"
        );

    /// <summary>ND2038: an output of more or fewer axes than its loss compares it with.</summary>
    internal static ShapeFault LossOfOtherRank(string loss, TensorType output, TensorType target) =>
        new(
            "ND2038",
            $"The loss \"{loss}\" compares {output} with the target {target}, which has another number of axes.",
            "Name another target, or reduce the axis that is too much.",
            "loss"
        );
}
