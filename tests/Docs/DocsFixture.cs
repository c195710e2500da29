using NetDsl.Emit;
using NetDsl.Tests.Cli;
using NetDsl.Tests.Repository;

namespace NetDsl.Tests.Docs;

/// <summary>A folder that looks to the tool as the repository's root, with the README's first program in it.</summary>
public abstract class DocsFixture : CliFixture
{
    private const string ToolProject = "src/Cli/NetDsl.Cli.csproj";

    private protected DocsFixture()
    {
        Host = Host with { Emitter = ConfigEmitter.Emit };
        Write("frames.cs", Documents.FirstProgram.Text);
        var examples = RepositoryFiles.Tracked.Where(path => path.StartsWith("examples/", StringComparison.Ordinal));
        foreach (var path in examples.Append(ToolProject))
        {
            Write(path, File.ReadAllText(RepositoryFiles.FullPath(path)));
        }
    }

    /// <summary>A block as a whole program: as it is, or after the prelude.</summary>
    private protected static string ProgramOf(CodeBlock block)
    {
        if (block.IsProgram)
        {
            return block.Text;
        }

        var lines = block.Text.Split('\n');
        var classes = Array.FindIndex(lines, line => line.StartsWith("sealed class ", StringComparison.Ordinal));
        var end = classes < 0 ? lines.Length : classes;
        return File.ReadAllText(RepositoryFiles.FullPath("tests", "Docs", "prelude.txt"))
            .Replace("STATEMENTS", string.Join('\n', lines[..end]), StringComparison.Ordinal)
            .Replace("CLASSES", string.Join('\n', lines[end..]), StringComparison.Ordinal);
    }
}
