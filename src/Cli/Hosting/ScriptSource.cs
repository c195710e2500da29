using System.Text;

namespace NetDsl.Cli;

/// <summary>A model's source file.</summary>
/// <param name="FullPath">Also what the compiler sees, so that locations are the same wherever the tool is run from.</param>
/// <param name="Bytes">Its contents.</param>
/// <param name="Plan">What its directives ask for.</param>
internal sealed record ScriptSource(string FullPath, byte[] Bytes, ScriptPlan Plan)
{
    /// <exception cref="ModelException">It cannot be read.</exception>
    public static ScriptSource Read(CliHost host, string path)
    {
        var fullPath = host.FullPath(path);
        var bytes = InputFile.Read(host, path);
        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        var plan = ScriptPlan.Of(ScriptDirectives.Read(text), Path.GetDirectoryName(fullPath)!);
        return new ScriptSource(fullPath, bytes, plan);
    }
}
