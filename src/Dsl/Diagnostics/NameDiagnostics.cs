namespace NetDsl;

/// <summary>ND1xxx: names, and references to things that are not there.</summary>
internal static class NameDiagnostics
{
    /// <summary>A tensor recorded in one net is used in another.</summary>
    internal static Diagnostic OtherNet(Net net, Tensor foreign) =>
        Error(
            "ND1001",
            $"A tensor of the net {Printable.Quoted(foreign.Node.Net!.Name)} is used in the net {Printable.Quoted(net.Name)}."
        ) with
        {
            Related =
            [
                new(foreign.Node.Location, Printable.Text($"recorded here: {foreign.Node.Kind} {foreign.Dims}")),
            ],
            Suggestion = "Record it again in this net; modules can be called in several nets, tensors belong to one.",
        };

    /// <summary>Something of one net is recorded while a branch of another is open.</summary>
    internal static Diagnostic InBranchOfOtherNet(Net net, Net open) =>
        Error(
            "ND1001",
            $"A step of the net {Printable.Quoted(net.Name)} is recorded inside a branch of the net {Printable.Quoted(open.Name)}."
        ) with
        {
            Suggestion = "Finish the branch first, or make the condition from a tensor of the same net.",
        };

    /// <summary>A tensor recorded inside a branch is used outside of it.</summary>
    internal static Diagnostic OutsideItsBranch(Node user, Tensor value) =>
        Error("ND1002", $"A {value.Node.Kind} recorded inside a branch of a Cond is used outside of it.") with
        {
            Location = user.Location,
            Related = [new(value.Node.Location, Printable.Text($"recorded here: {value.Node.Kind} {value.Dims}"))],
            Suggestion = "Return it from both branches, and use the result of the Cond.",
        };

    /// <summary>A parameter that no module holds and that has no name.</summary>
    internal static Diagnostic ParameterWithoutName(Parameter parameter) =>
        Error("ND1003", "A parameter has no name: no module of this net holds it.") with
        {
            Location = parameter.Node.Location,
            Suggestion =
                "Hold it in a property of a Module made after the net, or write new Parameter(..., name: \"...\").",
        };

    /// <summary>Two parameters would share one variable of the checkpoint.</summary>
    internal static Diagnostic SameParameterName(string name, Parameter first, Parameter second) =>
        Error(
            "ND1004",
            $"Two parameters are called {Printable.Quoted(name)}; RETURNN would silently make them one."
        ) with
        {
            Location = second.Node.Location,
            Layer = name,
            Related = [new(first.Node.Location, "the first")],
            Suggestion = "Name the modules that hold them: net.Add(\"encoder\", new Linear(...)).",
        };

    /// <summary>Two top-level modules of one name.</summary>
    internal static Diagnostic SameModuleName(string name, SourceLocation location) =>
        Error("ND1005", $"Two modules are called {Printable.Quoted(name)}.") with
        {
            Location = location,
            Layer = name,
            Suggestion = "Name them: net.Add(\"encoder\", new Linear(...)).",
        };

    /// <summary>Two inputs, losses or outputs of one name.</summary>
    internal static Diagnostic SameRole(string role, string name, SourceLocation location) =>
        Error("ND1006", $"The net has two {role} called {Printable.Quoted(name)}.") with
        {
            Location = location,
            Suggestion = "Give each its own name.",
        };

    /// <summary>A name with characters that RETURNN or TensorFlow cannot take.</summary>
    internal static Diagnostic UnsafeName(string what, string name, SourceLocation location) =>
        Error(
            "ND1007",
            $"The {what} name {Printable.Quoted(name)} cannot be written: RETURNN takes letters, digits, \"_\" and \".\", starting with a letter or digit."
        ) with
        {
            Location = location,
            Layer = name,
            Suggestion = Safe(name) is { Length: > 0 } safe ? $"Call it \"{safe}\"." : null,
        };

    /// <summary>A layer name that means something else to RETURNN.</summary>
    internal static Diagnostic ReservedName(string name, SourceLocation location) =>
        Error(
            "ND1007",
            $"The layer name {Printable.Quoted(name)} cannot be written: RETURNN gives it a meaning of its own."
        ) with
        {
            Location = location,
            Layer = name,
            Suggestion = "Choose another name.",
        };

    /// <summary>Two layer names that RETURNN maps to one variable scope (contract 3.1).</summary>
    internal static Diagnostic SameScope(string first, string second, SourceLocation location, SourceLocation other) =>
        Error(
            "ND1008",
            $"The layer names {Printable.Quoted(first)} and {Printable.Quoted(second)} become one variable scope in RETURNN, and would silently share variables."
        ) with
        {
            Location = location,
            Layer = second,
            Related = [new(other, "the first")],
            Suggestion = "Use letters, digits, \"_\" and \".\" only.",
        };

    /// <summary>Two layers asked for one name.</summary>
    internal static Diagnostic SameLayerName(string name, SourceLocation location, SourceLocation other) =>
        Error("ND1009", $"Two layers are called {Printable.Quoted(name)}.") with
        {
            Location = location,
            Layer = name,
            Related = [new(other, "the first")],
            Suggestion = "Give each its own name.",
        };

    private static string Safe(string name) =>
        string.Concat(name.Select(c => LayerNames.IsAllowed(c) ? c : '_')).TrimStart('_', '.');

    private static Diagnostic Error(string code, string message) => new(code, Severity.Error, Printable.Text(message));
}
