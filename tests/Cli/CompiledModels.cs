using NetDsl.Cli;

namespace NetDsl.Tests.Cli;

/// <summary>Model files compiled without running them.</summary>
internal static class CompiledModels
{
    public static CompiledScript Compile(CliHost host, string file) =>
        new RoslynCompiler().Compile(ScriptSource.Read(host, file), CancellationToken.None);
}
