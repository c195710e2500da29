using System.CommandLine;

namespace NetDsl.Cli;

/// <summary>Options that are there or not.</summary>
internal static class Flag
{
    /// <summary>A switch that never takes the next word for its value.</summary>
    public static Option<bool> Of(string name, string description, params string[] aliases) =>
        new(name, aliases) { Description = description, Arity = ArgumentArity.Zero };
}
