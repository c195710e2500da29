namespace NetDsl.Cli;

/// <summary>Where a verb gets its models from: the script it runs in, or the MODEL it is given.</summary>
internal sealed class ModelSource(CliHost host, GlobalSettings settings, IReadOnlyList<Delegate>? given)
{
    // Kept for the next time: what scripts refer to is read once.
    private ModelLoader? loader;

    /// <summary>The models, not run yet.</summary>
    /// <param name="model">The MODEL argument; null if the models are given.</param>
    /// <exception cref="ModelException">It is no model, or it does not compile.</exception>
    public ModelProgram Open(string? model)
    {
        if (given is not null)
        {
            return given.Count == 0
                ? throw ToolDiagnostics
                    .NoModels(SourceLocation.None, "NetDslCli.Run was called without a model")
                    .ToException()
                : new ModelProgram(given, settings.Parameters);
        }

        return (loader ??= new ModelLoader(host, settings)).Load(model!);
    }
}
