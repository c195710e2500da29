namespace NetDsl;

/// <summary>ND4xxx: parameters and deferred updates that cannot do what their author meant.</summary>
internal static class UpdateDiagnostics
{
    /// <summary>A module holds a parameter that nothing reads.</summary>
    internal static Diagnostic Unused(string? name, Parameter parameter) =>
        new(
            "ND4001",
            Severity.Warning,
            $"{(name is null ? "A parameter" : $"The parameter {Printable.Quoted(name)}")} is never used, so RETURNN will not have it."
        )
        {
            Location = parameter.Node.Location,
            Layer = name,
            Suggestion = "Use it, or remove it.",
        };

    /// <summary>A parameter is read, but nothing that is needed depends on it.</summary>
    internal static Diagnostic Dead(string name, Parameter parameter) =>
        new(
            "ND4001",
            Severity.Warning,
            $"No output, loss or update needs the parameter {Printable.Quoted(name)}, so RETURNN will not have it."
        )
        {
            Location = parameter.Node.Location,
            Layer = name,
            Suggestion = "Make what reads it part of an output or a loss, or remove it.",
        };

    /// <summary>An update under conditions that exclude each other.</summary>
    internal static Diagnostic NeverRuns(AssignNode update, Tensor condition) =>
        new("ND4002", Severity.Error, "This update can never run: the conditions around it exclude each other.")
        {
            Location = update.Location,
            Related = condition.Node.Location.IsKnown ? [new(condition.Node.Location, "the condition")] : [],
            Suggestion = "Move it out of one of the branches.",
        };

    /// <summary>A deferred assignment to a parameter that the optimizer updates.</summary>
    internal static Diagnostic NotAuxiliary(Parameter parameter) =>
        new(
            "ND4003",
            Severity.Error,
            "Only auxiliary parameters can be assigned; the optimizer updates this one in the same step, in no defined order."
        )
        {
            Related = [new(parameter.Node.Location, "the parameter")],
            Suggestion = "Make it with new Parameter(..., auxiliary: true).",
        };

    /// <summary>A variable_assign inside the unit of a rec layer.</summary>
    internal static Diagnostic AssignInLoop(string path) =>
        new(
            "ND4004",
            Severity.Error,
            $"A deferred assignment inside a loop ({Printable.Text(path)}); RETURNN cannot run it there."
        )
        {
            Suggestion = "Return the value from the loop, and assign it outside.",
        };

    /// <summary>A deferred assignment recorded in the body of a loop.</summary>
    internal static Diagnostic AssignInLoop(AssignNode update) =>
        new("ND4004", Severity.Error, "A deferred assignment inside a loop; RETURNN cannot run it there.")
        {
            Location = update.Location,
            Suggestion = "Return the value from the loop, and assign it outside.",
        };

    /// <summary>A config that trains, without anything to train on.</summary>
    internal static Diagnostic NoLoss(Net net) =>
        new("ND4005", Severity.Error, $"The net {Printable.Quoted(net.Name)} shall be trained but has no loss.")
        {
            Location = net.Location,
            Suggestion = "Add one with net.Loss(name, tensor).",
        };

    /// <summary>A net without result.</summary>
    internal static Diagnostic NothingToBuild(Net net) =>
        new(
            "ND4006",
            Severity.Error,
            $"The net {Printable.Quoted(net.Name)} has neither output nor loss, so RETURNN would build nothing."
        )
        {
            Location = net.Location,
            Suggestion = "Add net.Output(tensor).",
        };

    /// <summary>The path to a <c>variable_assign</c> within the unit of a loop in raw options, or null.</summary>
    internal static string? FindAssignInLoop(DictValue options) => Find(options, "", inLoop: false);

    private static string? Find(DictValue dict, string path, bool inLoop)
    {
        if (inLoop && dict["class"] is StringValue { Value: "variable_assign" })
        {
            return path.TrimStart('/');
        }

        foreach (var (key, value) in dict)
        {
            if (key is StringValue name && value is DictValue inner)
            {
                var found = Find(inner, $"{path}/{name.Value}", inLoop || name.Value == "unit");
                if (found is not null)
                {
                    return found;
                }
            }
        }

        return null;
    }
}
