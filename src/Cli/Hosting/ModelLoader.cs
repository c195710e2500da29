using System.Reflection;
using System.Runtime.CompilerServices;

namespace NetDsl.Cli;

/// <summary>From the MODEL argument to the models of a program: compile or build it, load it, and let it hand them over.</summary>
internal sealed class ModelLoader(CliHost host, GlobalSettings settings)
{
    private RoslynCompiler? compiler;

    /// <summary>The program with its models, not run yet.</summary>
    /// <param name="model">As the user wrote it.</param>
    /// <exception cref="ModelException">It is no model, does not compile, or names no models.</exception>
    public ModelProgram Load(string model)
    {
        var path = host.FullPath(model);
        if (Directory.Exists(path))
        {
            path =
                ProjectFile.In(path)
                ?? throw ToolDiagnostics.NotAModel(model, "it does not have exactly one .csproj").ToException();
        }
        else if (!File.Exists(path))
        {
            throw ToolDiagnostics.ModelNotFound(model, NearFile.Find(path, ".cs", ".csproj", ".dll")).ToException();
        }

        return Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".CS" => LoadScript(model),
            ".CSPROJ" => LoadProject(path, model),
            ".DLL" => LoadAssembly(path, model),
            ".CSX" => throw ToolDiagnostics
                .NotAModel(model, "C# scripts (.csx) are not supported; a .cs file with top-level statements is")
                .ToException(),
            _ => throw ToolDiagnostics.NotAModel(model, "its extension is none that models have").ToException(),
        };
    }

    private ModelProgram LoadScript(string model)
    {
        var source = ScriptSource.Read(host, model);
        var onlySdk = source.Plan.OnlySdk;
        switch (settings.Build)
        {
            case BuildMode.None:
                throw CannotBuild(model);
            case BuildMode.Sdk:
            case BuildMode.Auto when onlySdk is not null:
                return LoadAssembly(new SdkBuilder(host).Build(source.FullPath, model), model);
            case BuildMode.Roslyn when onlySdk is not null:
                throw ToolDiagnostics
                    .CannotBuild(
                        new SourceLocation(source.FullPath, onlySdk.Line),
                        $"#:{onlySdk.Kind} {onlySdk.Value} cannot be honoured in process",
                        "leave out --build roslyn, and the .NET SDK builds it"
                    )
                    .ToException();
        }

        var script = Compiled(source);
        var context = new ModelAssemblyLoadContext(path: null);
        using var assembly = new MemoryStream(script.Assembly);
        using var symbols = new MemoryStream(script.Symbols);
        var models = ModelsOf(context.LoadFromStream(assembly, symbols), source.FullPath);
        return new ModelProgram(models, settings.Parameters) { Diagnostics = script.Warnings, Context = context };
    }

    private CompiledScript Compiled(ScriptSource source)
    {
        var cache = settings.Cache ? ScriptCache.Of(host) : new ScriptCache(folder: null);
        var key = ScriptCache.KeyOf(source);
        if (cache.Find(key) is { } kept)
        {
            return kept;
        }

        var script = Compile(source, host.Cancellation);
        cache.Keep(key, script);
        return script;
    }

    /// <summary>By itself, for calling a method loads the assemblies that it names.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private CompiledScript Compile(ScriptSource source, CancellationToken cancellation) =>
        (compiler ??= new RoslynCompiler()).Compile(source, cancellation);

    private ModelProgram LoadProject(string path, string model) =>
        settings.Build is BuildMode.None or BuildMode.Roslyn
            ? throw CannotBuild(model)
            : LoadAssembly(new SdkBuilder(host).Build(path, model), model);

    private ModelProgram LoadAssembly(string path, string model)
    {
        try
        {
            var context = new ModelAssemblyLoadContext(path);
            return new ModelProgram(ModelsOf(context.LoadFromAssemblyPath(path), null), settings.Parameters)
            {
                Context = context,
            };
        }
        catch (BadImageFormatException)
        {
            throw ToolDiagnostics.NotAnAssembly(model, "it is not a .NET assembly").ToException();
        }
        catch (FileLoadException error)
        {
            throw ToolDiagnostics.NotAnAssembly(model, error.Message).ToException();
        }
    }

    /// <summary>Runs the program up to its end; its call of NetDslCli.Run leaves the models here.</summary>
    private IReadOnlyList<Delegate> ModelsOf(Assembly program, string? source)
    {
        var place = source is null ? SourceLocation.None : new SourceLocation(source, 1);
        var entry =
            program.EntryPoint
            ?? throw ToolDiagnostics
                .NoModels(place, "the assembly is a library: it has no program to ask")
                .ToException();
        object?[] arguments = entry.GetParameters().Length == 0 ? [] : [Array.Empty<string>()];
        var models = ModelCode.Call(
            host,
            () =>
                ModelCapture.During(() =>
                    entry.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null)
                )
        );
        return models.Count > 0
            ? models
            : throw ToolDiagnostics
                .NoModels(place, "the program ended without handing models to NetDslCli.Run")
                .ToException();
    }

    private ModelException CannotBuild(string model) =>
        ToolDiagnostics
            .CannotBuild(
                SourceLocation.None,
                $"'{model}' is not built with --build {(settings.Build == BuildMode.None ? "none" : "roslyn")}",
                "leave out --build, or give the assembly that was built from it"
            )
            .ToException();
}
