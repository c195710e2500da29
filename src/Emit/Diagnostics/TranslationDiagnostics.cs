namespace NetDsl.Emit;

/// <summary>ND30xx: what a format or RETURNN cannot say of a net.</summary>
internal static class TranslationDiagnostics
{
    private const string PythonWayOut = "Emit Python instead (-f python): it has an object for each dim.";

    /// <summary>JSON matches axes by size, and here two have the same.</summary>
    internal static Diagnostic JsonCannotTellApart(Dim first, Dim second, LayerPlace place) =>
        Error(
            "ND3010",
            $"JSON cannot tell the dims {first} and {second} apart in the layer \"{place.Layer}\": RETURNN matches axes by size there.",
            place
        ) with
        {
            Suggestion = PythonWayOut,
        };

    /// <summary>JSON says the shape of a constant by sizes, and here is none.</summary>
    internal static Diagnostic JsonHasNoSize(Dim dim, LayerPlace place) =>
        Error("ND3001", $"JSON cannot say the dim {dim} of the layer \"{place.Layer}\": it has no size.", place) with
        {
            Suggestion = PythonWayOut,
        };

    /// <summary>A layer in a loop or a branch whose variables RETURNN would lose.</summary>
    internal static Diagnostic LostVariables(string scope, LayerPlace place) =>
        Error(
            "ND3015",
            $"The layer \"{place.Layer}\" makes its variables in \"{scope}\", which has nothing in common with others of its loop or Cond: RETURNN would neither train nor save them.",
            place
        ) with
        {
            Suggestion = "Let one module hold all modules that are called in it.",
        };

    /// <summary>A loop in JSON.</summary>
    internal static Diagnostic JsonLoop(LayerPlace place) =>
        Error("ND3016", $"JSON cannot say the loop \"{place.Layer}\": its dim is an object.", place) with
        {
            Suggestion = PythonWayOut,
        };

    /// <summary>Two layers make the same dim, of which RETURNN would make two.</summary>
    internal static Diagnostic JsonMakesTwice(Dim dim, LayerPlace place) =>
        Error(
            "ND3045",
            $"JSON cannot say that {dim} of the layer \"{place.Layer}\" is that of a layer before: RETURNN makes a dim for each there.",
            place
        ) with
        {
            Suggestion = PythonWayOut,
        };

    /// <summary>JSON has no way to name a feature dim that is not the last static one.</summary>
    internal static Diagnostic JsonFeatureIsNotLast(Dim dim, Shape dims, LayerPlace place) =>
        Error(
            "ND3011",
            $"JSON cannot say \"in_dim\" of the layer \"{place.Layer}\": {dim} is not the last static dim of {dims}.",
            place
        ) with
        {
            Suggestion = PythonWayOut,
        };

    /// <summary>JSON inputs have the batch dim in front.</summary>
    internal static Diagnostic JsonNeedsBatchFirst(LayerPlace place) =>
        Error(
            "ND3012",
            $"JSON cannot say the dims of \"{place.Layer}\": there the batch dim is always the first.",
            place
        ) with
        {
            Suggestion = PythonWayOut,
        };

    /// <summary>A layer whose name sorts before every name that the construction order could have.</summary>
    internal static Diagnostic NoRoomForOrder(string first) =>
        Error(
            "ND3013",
            $"A chain of layers is too long for RETURNN to build at once, and the name \"{first}\" sorts before the layer that would order it.",
            new(first, SourceLocation.None)
        ) with
        {
            Suggestion = "Let the name begin with a letter.",
        };

    /// <summary>A chain inside a branch that RETURNN cannot build.</summary>
    internal static Diagnostic LongBranch(int length, LayerPlace place) =>
        Error(
            "ND3014",
            FormattableString.Invariant(
                $"A branch of \"{place.Layer}\" is a chain of {length} layers; RETURNN builds one inside the other and stops at about 150."
            ),
            place
        ) with
        {
            Suggestion = "Compute part of it before the Cond, and choose with a shorter branch.",
        };

    /// <summary>The step of a loop is a chain that RETURNN cannot build.</summary>
    internal static Diagnostic LongStep(int length, LayerPlace place) =>
        Error(
            "ND3014",
            FormattableString.Invariant(
                $"A step of \"{place.Layer}\" is a chain of {length} layers; RETURNN builds one inside the other and stops at about 150."
            ),
            place
        ) with
        {
            Suggestion = "Compute before or behind the loop what does not need the steps.",
        };

    /// <summary>Whether a finding says that RETURNN cannot build so deep a net.</summary>
    internal static bool IsOfDepth(Diagnostic diagnostic) => diagnostic.Code == "ND3014";

    /// <summary>A number that no config can hold.</summary>
    internal static Diagnostic NotFinite(LayerPlace place) =>
        Error("ND3002", $"The layer \"{place.Layer}\" computes with a number that is not finite.", place) with
        {
            Suggestion = "Use a large finite number instead.",
        };

    private static Diagnostic Error(string code, string message, LayerPlace place) =>
        new(code, Severity.Error, message) { Location = place.Location, Layer = place.Layer };
}
