namespace NetDsl.Layers;

/// <summary>An optimizer of RETURNN or TensorFlow.</summary>
/// <param name="Name">In lower case; RETURNN does not tell cases apart.</param>
/// <param name="Options">Its options.</param>
/// <param name="IsOfKeras">Whether Keras has it, whose options change with its version.</param>
internal sealed record OptimizerClass(string Name, OptionTable Options, bool IsOfKeras);
