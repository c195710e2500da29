using System.Globalization;
using static NetDsl.Emit.CheckFinding;
using static NetDsl.Emit.SchemaDiagnostics;

namespace NetDsl.Emit;

/// <summary>ND304x: what RETURNN cannot build though it knows every option.</summary>
internal static class ConstructionDiagnostics
{
    /// <summary>ND3040: flat construction of a net with nets inside.</summary>
    internal static Diagnostic FlatWithNets(CheckPlace place, string layer) =>
        Error(
            "ND3040",
            place,
            $"With \"flat_net_construction\" RETURNN fails at nets inside of layers, or never comes to an end; {Quote(layer)} has one.",
            "Leave it out; a long chain is built piece by piece if a layer whose name sorts first names layers along it in its \"control_dependencies\"."
        );

    /// <summary>ND3041: more layers waiting for each other than Python has room for.</summary>
    internal static Diagnostic TooDeep(CheckPlace place, int depth) =>
        Error(
            "ND3041",
            place,
            string.Create(
                CultureInfo.InvariantCulture,
                $"RETURNN builds a layer by way of those it reads, {depth} deep at {place.Subject}; Python's recursion ends it between 150 and 200."
            ),
            "Add an output layer \"0_order\" of class identity on a constant, with every 40th layer of the chain in its \"control_dependencies\": it sorts first and is built piece by piece."
        );

    /// <summary>ND3042: a dropout that drops everything, or less than nothing.</summary>
    internal static Diagnostic DropoutOutOfRange(CheckPlace place, string option, double rate) =>
        Error(
            "ND3042",
            place.At(option),
            string.Create(
                CultureInfo.InvariantCulture,
                $"\"{option}\" of {place.Subject} is {rate}, but RETURNN takes rates from 0 to below 1: it is the part that is dropped."
            ),
            rate is > 1 and <= 100 ? string.Create(CultureInfo.InvariantCulture, $"Did you mean {rate / 100}?") : null
        );

    /// <summary>ND3043: an update or a read of what is no variable.</summary>
    internal static Diagnostic NoVariable(CheckPlace place, NetLayer layer, NetReference reference) =>
        Error(
            "ND3043",
            place,
            $"\"var\" of the layer {Quote(layer.Path)} names {Quote(reference.Text)}, {(reference.Target is LayerTarget named ? $"a layer of class {Quote(named.Layer.ClassName)}" : "an input")}, where RETURNN needs a variable.",
            "Name the layer of class \"variable\" itself."
        );

    /// <summary>ND3044: a loop that nothing ends.</summary>
    internal static Diagnostic Endless(CheckPlace place) =>
        Error(
            "ND3044",
            place,
            $"Nothing says how long {place.Subject} loops: it has no sources, no \"axis\", no target, and no layer \"end\" in its unit.",
            "Give it sources in \"from\", or an \"axis\", or add a layer \"end\" that is true at the last step, and \"max_seq_len\"."
        );
}
