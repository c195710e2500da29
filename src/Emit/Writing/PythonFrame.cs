using System.Buffers;
using Scriban;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace NetDsl.Emit;

/// <summary>
/// Puts the blocks of a Python config in order with a Scriban template of the user's. The template lays out; it never spells a
/// literal, because Scriban prints <c>true</c> for <c>True</c> and <c>1</c> for <c>1.0</c>.
/// </summary>
internal static class PythonFrame
{
    private static readonly SearchValues<char> allowed = SearchValues.Create([
        '\t',
        '\n',
        .. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code),
    ]);

    private static readonly Lazy<ScriptObject> functions = new(ReadOnlyFunctions);

    /// <summary>The text of the file, or nothing if the template has errors.</summary>
    public static string Render(
        string template,
        string path,
        PythonBlocks blocks,
        ICollection<Diagnostic> diagnostics
    ) => RenderNormal(Normalise(template), path, blocks, diagnostics);

    private static string RenderNormal(
        string source,
        string path,
        PythonBlocks blocks,
        ICollection<Diagnostic> diagnostics
    )
    {
        var template = Template.Parse(source, path);
        if (template.HasErrors)
        {
            foreach (var message in template.Messages.Where(message => message.Type == ParserMessageType.Error))
            {
                diagnostics.Add(WritingDiagnostics.Template(Location(path, message.Span), message.Message));
            }

            return "";
        }

        try
        {
            var text = template.Render(Context(blocks)).TrimEnd('\n') + "\n";
            if (text.AsSpan().IndexOfAnyExcept(allowed) is >= 0 and var bad)
            {
                diagnostics.Add(WritingDiagnostics.TemplateNotAscii(Find(path, source, text[bad]), text[bad]));
                return "";
            }

            return text;
        }
        catch (ScriptRuntimeException error)
        {
            diagnostics.Add(WritingDiagnostics.Template(Location(path, error.Span), error.OriginalMessage));
            return "";
        }
    }

    // Every default of Scriban that guesses, cuts or looks outside is off (each was seen to do harm):
    // relaxed access turns a misspelt variable into nothing, LimitToString cuts the output at a million characters without an
    // error, LoopLimit stops at the thousandth layer, AutoIndent re-indents the inside of a block, NewLine is the system's, and
    // of the built-in functions `date` and `math.random` give another file each time and `include` reads files. Recursion
    // keeps its limits: without them, where it stops depends on the room left on the stack. Loops have one that no config comes near.
    private static TemplateContext Context(PythonBlocks blocks)
    {
        var context = new TemplateContext(functions.Value)
        {
            StrictVariables = true,
            EnableRelaxedMemberAccess = false,
            EnableRelaxedTargetAccess = false,
            EnableRelaxedFunctionAccess = false,
            EnableRelaxedIndexerAccess = false,
            EnableNullIndexer = false,
            LoopLimit = 2_000_000,
            LoopLimitQueryable = 0,
            RecursiveLimit = 100,
            ObjectRecursionLimit = 100,
            LimitToString = 0,
            OutputLimit = 0,
            NewLine = "\n",
            AutoIndent = false,
            TemplateLoader = null,
        };
        context.PushGlobal(Variables(blocks));
        return context;
    }

    // Shared by all threads, and so nothing a template could change. Made once: Scriban finds the functions by reflection.
    private static ScriptObject ReadOnlyFunctions()
    {
        var functions = new ScriptObject();
        functions.SetValue("string", new StringFunctions { IsReadOnly = true }, readOnly: true);
        functions.SetValue("array", new ArrayFunctions { IsReadOnly = true }, readOnly: true);
        functions.IsReadOnly = true;
        return functions;
    }

    // By hand and not by reflection: the names are an interface for users' templates, documented at the top of python.sbn.
    private static ScriptObject Variables(PythonBlocks blocks)
    {
        var variables = new ScriptObject();
        variables.SetValue("model", blocks.Model, readOnly: true);
        variables.SetValue("header", blocks.Header, readOnly: true);
        variables.SetValue("imports", blocks.Imports, readOnly: true);
        variables.SetValue("settings", blocks.Settings, readOnly: true);
        variables.SetValue("dims", blocks.Dims, readOnly: true);
        variables.SetValue("body", blocks.Body, readOnly: true);
        return variables;
    }

    // A byte order mark would end up in front of `#!`, where it kills the config (contract 1.1).
    private static string Normalise(string source) =>
        source.TrimStart('\ufeff').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static SourceLocation Location(string path, SourceSpan span) =>
        new(path, span.Start.Line + 1, span.Start.Column + 1);

    private static SourceLocation Find(string path, string source, char what)
    {
        var before = source.AsSpan(0, Math.Max(source.IndexOf(what), 0));
        return new(path, before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }
}
