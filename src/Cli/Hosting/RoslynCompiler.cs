using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using RoslynDiagnostic = Microsoft.CodeAnalysis.Diagnostic;
using RoslynEmitOptions = Microsoft.CodeAnalysis.Emit.EmitOptions;
using RoslynFormat = Microsoft.CodeAnalysis.Emit.DebugInformationFormat;

namespace NetDsl.Cli;

/// <summary>
/// Compiles a script as the SDK would, without the SDK. Only this class names Roslyn, and it is only used on a cache miss:
/// loading Roslyn takes longer than all else that a cached script needs. What the scripts refer to is read once for all of them.
/// </summary>
internal sealed class RoslynCompiler
{
    private readonly ImmutableArray<MetadataReference> references = [.. References()];

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>The program.</summary>
    /// <exception cref="ModelException">It does not compile.</exception>
    public CompiledScript Compile(ScriptSource source, CancellationToken cancellation)
    {
        var parsing = ParseOptions(source);
        using var stream = new MemoryStream(source.Bytes);
        SyntaxTree[] trees =
        [
            CSharpSyntaxTree.ParseText(SourceText.From(stream, Encoding.UTF8), parsing, source.FullPath, cancellation),
            .. source.Included.Select(file =>
                CSharpSyntaxTree.ParseText(
                    SourceText.From(file.Bytes, file.Bytes.Length, Encoding.UTF8),
                    parsing,
                    file.FullPath,
                    cancellation
                )
            ),
            CSharpSyntaxTree.ParseText(
                SourceText.From(ImplicitUsings, Encoding.UTF8),
                parsing,
                "GlobalUsings.g.cs",
                cancellation
            ),
        ];
        // The prefix keeps a script called netdsl.cs from being taken for the tool that it refers to.
        var name = "model." + Path.GetFileNameWithoutExtension(source.FullPath);
        var compilation = CSharpCompilation.Create(name, trees, references, CompilationOptions(source.Plan));

        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(
            assembly,
            symbols,
            options: new RoslynEmitOptions(debugInformationFormat: RoslynFormat.PortablePdb),
            cancellationToken: cancellation
        );
        var found = Convert(result.Diagnostics, source.FullPath);
        return result.Success
            ? new CompiledScript(assembly.ToArray(), symbols.ToArray(), found)
            : throw new ModelException(found);
    }

    private static CSharpParseOptions ParseOptions(ScriptSource source)
    {
        var language = LanguageVersion.CSharp14;
        if (source.Plan.LangVersion is { } text && !LanguageVersionFacts.TryParse(text, out language))
        {
            throw ToolDiagnostics
                .CannotBuild(
                    new SourceLocation(source.FullPath, 1),
                    $"'{text}' is not a language version",
                    "use a number such as 14, or preview"
                )
                .ToException();
        }

        return new CSharpParseOptions(language, preprocessorSymbols: Symbols(source.Plan)).WithFeatures([
            new("FileBasedProgram", "true"),
        ]);
    }

    private static IEnumerable<string> Symbols(ScriptPlan plan)
    {
        var version = Environment.Version.Major;
        return
        [
            "DEBUG",
            "TRACE",
            "NET",
            "NETCOREAPP",
            FormattableString.Invariant($"NET{version}_0"),
            .. Enumerable
                .Range(5, version - 4)
                .Select(major => FormattableString.Invariant($"NET{major}_0_OR_GREATER")),
            .. plan.DefineConstants,
        ];
    }

    private static CSharpCompilationOptions CompilationOptions(ScriptPlan plan) =>
        new(
            OutputKind.ConsoleApplication,
            optimizationLevel: OptimizationLevel.Debug,
            warningLevel: 10,
            nullableContextOptions: plan.Nullable?.ToUpperInvariant() switch
            {
                "DISABLE" => NullableContextOptions.Disable,
                "WARNINGS" => NullableContextOptions.Warnings,
                "ANNOTATIONS" => NullableContextOptions.Annotations,
                _ => NullableContextOptions.Enable,
            },
            deterministic: true,
            specificDiagnosticOptions:
            [
                // Older references stand for the newer ones that are there: the SDK leaves these out, too.
                new("CS1701", ReportDiagnostic.Suppress),
                new("CS1702", ReportDiagnostic.Suppress),
            ]
        );

    /// <summary>The assemblies that the program will run with.</summary>
    private static IEnumerable<MetadataReference> References()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
        return trusted
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(path => Path.GetDirectoryName(path) == runtime)
            .Concat(ToolAssemblies.Names.Select(name => ToolAssemblies.Load(name).Location))
            .Select(path => MetadataReference.CreateFromFile(path));
    }

    private static ImmutableArray<Diagnostic> Convert(ImmutableArray<RoslynDiagnostic> found, string script) =>
        [
            .. found
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)
                .Select(diagnostic => new Diagnostic(
                    diagnostic.Id,
                    diagnostic.Severity == DiagnosticSeverity.Error ? Severity.Error : Severity.Warning,
                    diagnostic.GetMessage(CultureInfo.InvariantCulture)
                )
                {
                    Location = Place(diagnostic.Location, script),
                })
                .OrderBy(diagnostic => diagnostic.Location.Line)
                .ThenBy(diagnostic => diagnostic.Location.Column),
        ];

    private static SourceLocation Place(Location location, string script)
    {
        if (!location.IsInSource)
        {
            return new SourceLocation(script, 1);
        }

        var span = location.GetMappedLineSpan();
        return new SourceLocation(span.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1);
    }
}
