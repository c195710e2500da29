using System.Collections.Immutable;
using System.Text;

namespace NetDsl.Cli;

/// <summary>A model's source file.</summary>
/// <param name="FullPath">Also what the compiler sees, so that locations are the same wherever the tool is run from.</param>
/// <param name="Bytes">Its contents.</param>
/// <param name="Plan">What its directives ask for.</param>
internal sealed record ScriptSource(string FullPath, byte[] Bytes, ScriptPlan Plan)
{
    /// <summary>The files that it includes, and those that these include, each once, in the order of the directives.</summary>
    public ImmutableArray<IncludedFile> Included { get; private init; } = [];

    /// <exception cref="ModelException">It cannot be read, or one that it includes cannot.</exception>
    public static ScriptSource Read(CliHost host, string path)
    {
        var fullPath = host.FullPath(path);
        var bytes = InputFile.Read(host, path);
        var plan = PlanOf(fullPath, bytes);
        var included = ImmutableArray.CreateBuilder<IncludedFile>();
        var known = new HashSet<string>(StringComparer.Ordinal) { fullPath };
        var pending = new Queue<ScriptDirective>(plan.Includes);
        var folders = new Queue<string>(plan.Includes.Select(_ => fullPath));
        while (pending.TryDequeue(out var include))
        {
            var from = folders.Dequeue();
            var target = Path.GetFullPath(include.Value.Replace('\\', '/'), Path.GetDirectoryName(from)!);
            if (!known.Add(target))
            {
                continue;
            }

            if (!File.Exists(target))
            {
                throw ToolDiagnostics
                    .CannotBuild(
                        new SourceLocation(from, include.Line),
                        $"there is no file '{include.Value}' to include",
                        "the path is relative to the file with the directive"
                    )
                    .ToException();
            }

            var file = new IncludedFile(target, InputFile.Read(host, target));
            included.Add(file);
            var inner = PlanOf(target, file.Bytes);
            plan = plan.Over(inner);
            foreach (var next in inner.Includes)
            {
                pending.Enqueue(next);
                folders.Enqueue(target);
            }
        }

        return new ScriptSource(fullPath, bytes, plan) { Included = included.ToImmutable() };
    }

    private static ScriptPlan PlanOf(string fullPath, byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        return ScriptPlan.Of(ScriptDirectives.Read(text), Path.GetDirectoryName(fullPath)!);
    }
}
