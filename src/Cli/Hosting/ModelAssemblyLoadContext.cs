using System.Reflection;
using System.Runtime.Loader;

namespace NetDsl.Cli;

/// <summary>Holds one model program: its own dependencies, but the tool's NetDsl, whatever version it was built with.</summary>
/// <param name="path">The assembly on disk whose neighbours are its dependencies; null for one compiled in memory.</param>
internal sealed class ModelAssemblyLoadContext(string? path) : AssemblyLoadContext("model", isCollectible: true)
{
    private readonly AssemblyDependencyResolver? resolver = path is null ? null : new AssemblyDependencyResolver(path);

    protected override Assembly? Load(AssemblyName assemblyName) =>
        ToolAssemblies.Find(assemblyName.Name)
        ?? (resolver?.ResolveAssemblyToPath(assemblyName) is { } found ? LoadFromAssemblyPath(found) : null);

    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) =>
        resolver?.ResolveUnmanagedDllToPath(unmanagedDllName) is { } found ? LoadUnmanagedDllFromPath(found) : 0;
}
