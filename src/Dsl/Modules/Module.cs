using System.Runtime.CompilerServices;

namespace NetDsl;

/// <summary>
/// A part of a net with parameters and modules of its own, held in properties or fields; what it computes is an ordinary
/// method, called <c>Call</c> by convention. Two calls share the parameters.
/// </summary>
/// <remarks>
/// Names come from what holds what: the module in <c>encoder.Layers[0].Norm</c> is <c>encoder.layers.0.norm</c>, whatever was called
/// first. A module that nothing holds is called as its class; <see cref="Net.Add"/> names it otherwise.
/// </remarks>
public abstract class Module
{
    /// <summary>Makes the module known to the net that is being recorded, if there is one.</summary>
    protected Module() => Net.Recording?.Know(this);

    /// <summary>What is done with the parameters of this module, and of those inside of it that say nothing themselves.</summary>
    public ParameterOptions? ParameterOptions { get; set; }

    /// <summary>
    /// Opens the module for one call: layers recorded until it is closed are named after it.
    /// With the caller's place given, as library modules do, diagnostics point there instead of into the module.
    /// </summary>
    /// <example><code>using var call = Enter(x);</code></example>
    /// <param name="input">Any tensor of the net.</param>
    /// <param name="file">The caller's file, from <see cref="CallerFilePathAttribute"/>; empty to point at the module's own lines.</param>
    /// <param name="line">The caller's line.</param>
    protected ModuleCall Enter(Tensor input, string file = "", int line = 0) =>
        Net.Of(input, input) is { } net ? net.Enter(this, new(file, line)) : throw Net.NothingRecording();
}
