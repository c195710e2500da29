namespace NetDsl.Emit;

/// <summary>From a recorded net to the text of a config: verify, lower, name, write.</summary>
public static class ConfigEmitter
{
    /// <summary>Emits one net.</summary>
    /// <exception cref="ModelException">The model has errors, or the format cannot say it; nothing is emitted.</exception>
    public static Emission Emit(Net net, EmitOptions options) =>
        throw new ModelException([new Diagnostic("ND9001", Severity.Error, net.Name + options.Format)]);
}
