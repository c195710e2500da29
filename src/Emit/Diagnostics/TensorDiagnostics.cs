using System.Globalization;

namespace NetDsl.Emit;

/// <summary>ND3037: descriptions of tensors that contradict themselves, one method a cause.</summary>
internal static class TensorDiagnostics
{
    /// <summary>Dims, and besides another description of them.</summary>
    internal static Diagnostic BothForms(CheckPlace place, string option) =>
        Error(
            place.At(option),
            $"\"{option}\" stands beside \"dims\" in {place.Subject}; RETURNN takes only one of them.",
            $"Leave \"{option}\" out."
        );

    /// <summary>The time axis of a tensor that has none.</summary>
    internal static Diagnostic NoTimeAxis(CheckPlace place) =>
        Error(
            place.At("time_dim_axis"),
            $"\"time_dim_axis\" is given by {place.Subject}, but with \"dims\" a tensor has no time axis.",
            "Write \"dim_tags\" instead of \"dims\", or add \"version\": 1."
        );

    /// <summary>Neither a shape nor a size.</summary>
    internal static Diagnostic NoSize(CheckPlace place) =>
        Error(place, $"Nothing says how large {place.Subject} is.", "Give \"dim_tags\", or \"shape\" and \"dim\".");

    /// <summary>Two sizes of the feature axis.</summary>
    internal static Diagnostic OtherSize(CheckPlace place, long size, long actual, bool isRefused) =>
        Error(
            place.At("dim"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"\"dim\" of {place.Subject} is {size}, but the feature axis of its \"shape\" has {actual} entries."
            ),
            "Write the same size twice."
        ) with
        {
            // RETURNN compares them only if it is told which axis is the feature axis, and else takes the shape.
            Severity = isRefused ? Severity.Error : Severity.Warning,
        };

    /// <summary>Features of what has none.</summary>
    internal static Diagnostic FeatureOfSparse(CheckPlace place) =>
        Error(
            place.At("feature_dim_axis"),
            $"\"feature_dim_axis\" is given by {place.Subject}, but a sparse tensor has no feature axis.",
            "Leave \"feature_dim_axis\" out."
        );

    /// <summary>The number of an axis that is not there.</summary>
    internal static Diagnostic NoSuchAxis(CheckPlace place, string option, long axis, int count) =>
        Error(
            place.At(option),
            string.Create(
                CultureInfo.InvariantCulture,
                $"\"{option}\" of {place.Subject} is {axis}, but it has {count} axes, counted from 0."
            ),
            null
        );

    /// <summary>A shape that no shape equals.</summary>
    internal static Diagnostic NoTuple(CheckPlace place) =>
        Error(
            place.At("shape"),
            $"\"shape\" in \"out_type\" of {place.Subject} is a list, and RETURNN's own shapes, which it must equal, are tuples.",
            "Write a tuple; in JSON write \"dims\": [] for a scalar, or leave it out."
        );

    private static Diagnostic Error(CheckPlace place, string message, string? suggestion) =>
        new("ND3037", Severity.Error, char.ToUpperInvariant(message[0]) + message[1..])
        {
            Layer = place.Layer,
            Location = place.Location,
            Suggestion = suggestion,
        };
}
