using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;

namespace NetDsl.Cli;

/// <summary>The assemblies that a model and the tool must share: a <see cref="Net"/> of the model is a Net of the tool.</summary>
internal static class ToolAssemblies
{
    public static ImmutableArray<string> Names { get; } =
    ["netdsl", "NetDsl.Dsl", "NetDsl.Layers", "NetDsl.Emit", "Newtonsoft.Json"];

    /// <summary>The tool's own assembly of that name, or null if the tool does not share it.</summary>
    public static Assembly? Find(string? name) =>
        name is not null && Names.Contains(name, StringComparer.OrdinalIgnoreCase) ? Load(name) : null;

    public static Assembly Load(string name) => Home.LoadFromAssemblyName(new AssemblyName(name));

    public static bool Contains(Assembly assembly) => assembly.GetName().Name is { } name && Names.Contains(name);

    private static AssemblyLoadContext Home =>
        AssemblyLoadContext.GetLoadContext(typeof(ToolAssemblies).Assembly) ?? AssemblyLoadContext.Default;
}
