namespace NetDsl.Layers;

/// <summary>What a recurrent unit makes its variables from.</summary>
/// <param name="call">The layer that has the unit.</param>
/// <param name="input">How many features it reads.</param>
/// <param name="size">How many it gives.</param>
internal sealed class UnitVariables(LayerCall call, int? input, int? size)
{
    private readonly DictValue? options = call.Option("unit_opts") as DictValue;

    // RETURNN keeps the variables below "rec", unless the layer has a scope of its own (contract 8).
    private readonly string scope = call.Has("name_scope") ? "" : "rec/";

    internal int? Input => input;

    internal int? Size => size;

    internal LayerCall Call => call;

    internal void Add(string name, params ReadOnlySpan<int?> shape) => call.Variable(scope + name, shape);

    /// <summary>Whether the unit is given an option.</summary>
    internal bool Has(string option) => options?[option] is not (null or NoneValue);

    internal bool Flag(string option, bool otherwise = false) =>
        options?[option] is { } value ? LayerCall.IsTrue(value) : otherwise;

    internal int Integer(string option, int otherwise) => LayerCall.IntegerOf(options?[option]) ?? otherwise;
}
