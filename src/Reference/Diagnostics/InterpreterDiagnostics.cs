using System.Globalization;
using NetDsl.Emit;

namespace NetDsl.Reference;

/// <summary>ND700x: what the reference interpreter cannot compute.</summary>
internal static class InterpreterDiagnostics
{
    /// <summary>ND7001: a layer class.</summary>
    internal static Diagnostic UnknownClass(NetLayer layer) =>
        Error(
            "ND7001",
            layer,
            $"The reference interpreter does not compute the class {Printable.Quoted(layer.ClassName)}."
        );

    /// <summary>ND7002: an option.</summary>
    internal static Diagnostic UnknownOption(NetLayer layer, string option) =>
        Error(
            "ND7002",
            layer,
            $"The reference interpreter does not interpret the option {Printable.Quoted(option)} of the class {Printable.Quoted(layer.ClassName)}, or not this value."
        );

    /// <summary>ND7003: dims that nobody knows.</summary>
    internal static Diagnostic UnknownDims(NetLayer layer) =>
        Error(
            "ND7003",
            layer,
            $"The dims of the layer {Printable.Quoted(layer.Path)} cannot be inferred, so that it cannot be computed."
        );

    /// <summary>ND7004: something that is needed and not there.</summary>
    internal static Diagnostic NoValue(NetLayer layer, string what) =>
        Error(
            "ND7004",
            layer,
            $"There is no value for {Printable.Quoted(what)}, which the layer {Printable.Quoted(layer.Path)} needs."
        );

    /// <summary>ND7005: an expression.</summary>
    internal static Diagnostic UnknownExpression(NetLayer layer, string text) =>
        Error("ND7005", layer, $"The reference interpreter cannot compute the expression {Printable.Quoted(text)}.");

    /// <summary>ND7006: numbers that do not have the shape that was inferred.</summary>
    internal static Diagnostic UnlikeShape(NetLayer layer, string inferred, string computed) =>
        Error(
            "ND7006",
            layer,
            $"The layer {Printable.Quoted(layer.Path)} should be {inferred}, but {computed} was computed."
        );

    /// <summary>ND7007: options and numbers that do not fit each other.</summary>
    internal static Diagnostic UnfitNumbers(NetLayer layer, string reason) =>
        Error(
            "ND7007",
            layer,
            $"The layer {Printable.Quoted(layer.Path)} cannot be computed from these numbers: {reason}"
        );

    /// <summary>ND7008: numbers of which no gradient, loss or update can be made.</summary>
    internal static Diagnostic UnfitStep(string reason) =>
        new(
            "ND7008",
            Severity.Error,
            $"What is computed behind the layers, gradients, losses and updates, cannot be computed: {reason}"
        );

    /// <summary>ND7010: two forms of a net that are not the same.</summary>
    internal static Diagnostic FormsDiffer(string subject, Deviation worst, int seed) =>
        new(
            "ND7010",
            Severity.Error,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The forms differ ({subject}): {Word(worst.Kind)} {Printable.Quoted(worst.Name)} by {worst.Relative:e1} with seed {seed}."
            )
        )
        {
            Layer = worst.Name,
        };

    private static string Word(DeviationKind kind) =>
        kind switch
        {
            DeviationKind.Output => "the output",
            DeviationKind.Loss => "the loss",
            DeviationKind.Gradient => "the gradient of",
            _ => "the updated variable",
        };

    private static Diagnostic Error(string code, NetLayer layer, string message) =>
        new(code, Severity.Error, message) { Layer = layer.Path };
}
