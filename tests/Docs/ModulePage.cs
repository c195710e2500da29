using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using NetDsl.Emit;
using NetDsl.Layers;
using NetDsl.Tests.Repository;

namespace NetDsl.Tests.Docs;

/// <summary>
/// The page of modules: what their XML documentation says, and what their examples become when they are emitted. So there is one
/// source, and nothing on the page can be out of date.
/// </summary>
internal sealed partial class ModulePage
{
    public const string File = "docs/modules.md";

    private const string Folder = "src/Layers/Modules/";
    private const int MostVariables = 12;

    private static readonly (string Folder, string Title)[] kinds =
    [
        ("Maps", "Maps of features"),
        ("Norms", "Normalisation"),
        ("Convolution", "Convolution"),
        ("Recurrence", "Recurrence"),
        ("Attention", "Attention"),
        ("Encoders", "Encoders and decoders"),
        ("Features", "Features of audio"),
        ("Regularization", "Regularisation"),
        ("Containers", "Containers"),
    ];

    private static readonly Type[] modules =
    [
        .. typeof(Linear)
            .Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Module)))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    // What modules are told or answer, such as their settings.
    private static readonly Type[] besides =
    [
        .. typeof(Linear)
            .Assembly.GetExportedTypes()
            .Where(type => !type.IsSubclassOf(typeof(Module)) && FileOf(type) is not null)
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    private readonly StringBuilder text = new();
    private readonly Func<string, ExampleFacts> emit;
    private readonly XmlDocs docs = new(
        typeof(Linear).Assembly,
        name => modules.Concat(besides).Any(type => type.Name == name) ? "#" + name.ToLowerInvariant() : null
    );

    private ModulePage(Func<string, ExampleFacts> emit) => this.emit = emit;

    /// <summary>The whole page.</summary>
    /// <param name="emit">Emits the code of an example.</param>
    public static string Write(Func<string, ExampleFacts> emit)
    {
        var page = new ModulePage(emit);
        page.WriteAll();
        return page.text.ToString();
    }

    private void WriteAll()
    {
        text.Append(
            """
            # Modules

            Written by the tests from the documentation of the classes and from what the examples become: change those, then run `scripts/update-snapshots.sh`.

            A module is a class with parameters; `Call` records what it computes. `net.Add` names it, or the property that holds it. Arguments that the compiler fills in, `file` and `line`, are left out here. The examples stand in a function with `net`, `time`, `features` (40) and `data` [batch, time, features], as in the [README](../README.md#a-model-and-its-config).

            "Emitted as" counts the layers of the whole example. "Without rules" is the same with `--no-lower`: what the module is written from. Where both are the same, the module is RETURNN's own layer, or RETURNN has no layer for the whole. Variables are named as in checkpoints, with their sizes; `*` stands for any number.

            Functions of tensors are in [functions.md](functions.md), typed functions for all layer classes in [layers.md](layers.md), what became of the names of `returnn_common` in [from-returnn-common.md](from-returnn-common.md).


            """.ReplaceLineEndings("\n")
        );
        var byKind = modules.ToLookup(KindOf);
        foreach (var (folder, title) in kinds)
        {
            var links = byKind[folder].Select(type => $"[{type.Name}](#{type.Name.ToLowerInvariant()})");
            text.Append(CultureInfo.InvariantCulture, $"- {title}: {string.Join(", ", links)}\n");
        }

        foreach (var (folder, title) in kinds)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n");
            foreach (var module in byKind[folder])
            {
                WriteModule(module);
            }

            foreach (var other in besides.Where(type => KindOf(type) == folder))
            {
                WriteBesides(other);
            }
        }
    }

    private static string? FileOf(Type type) =>
        RepositoryFiles
            .Sources(Folder.TrimEnd('/'))
            .SingleOrDefault(path => path.EndsWith($"/{type.Name}.cs", StringComparison.Ordinal));

    private static string KindOf(Type type)
    {
        var path = FileOf(type)!;
        var folder = path[Folder.Length..].Split('/')[0];
        return kinds.Any(kind => kind.Folder == folder)
            ? folder
            : throw new InvalidOperationException($"{path}: the page has no heading for this folder.");
    }

    private void WriteModule(Type module)
    {
        var type = $"T:{module.FullName}";
        text.Append(CultureInfo.InvariantCulture, $"\n### `{module.Name}`\n\n{docs.Summary(type)}\n");
        WriteParagraph(docs.Remarks(type));
        var members = new PublicMembers("Layers", module.FullName!);
        foreach (
            var method in members
                .Methods.OrderBy(method => Rank(method, module))
                .ThenBy(method => method.Name, StringComparer.Ordinal)
        )
        {
            WriteMethod(method, module);
        }

        WriteHeld(members, module);
        WriteSettable(module);
        WriteExample(module, docs.Example(type));
    }

    private void WriteBesides(Type type)
    {
        var id = $"T:{type.FullName}";
        text.Append(CultureInfo.InvariantCulture, $"\n### `{type.Name}`\n\n{docs.Summary(id)}\n");
        WriteParagraph(docs.Remarks(id));
        if (docs.Parameters(id) is { Count: > 0 } given)
        {
            WriteTable("argument", given);
        }

        foreach (var method in new PublicMembers("Layers", type.FullName!).Methods.Where(method => method.IsStatic))
        {
            WriteMethod(method, type);
        }

        WriteSettable(type);
        if (type.IsEnum)
        {
            WriteTable("word", Enum.GetNames(type).Select(word => (word, docs.Summary($"F:{type.FullName}.{word}"))));
        }
    }

    private void WriteSettable(Type type)
    {
        var given = docs.Parameters($"T:{type.FullName}").Select(argument => argument.Name);
        var rows = type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.SetMethod?.IsPublic == true && !given.Contains(property.Name))
            .ToList();
        if (rows.Count == 0)
        {
            return;
        }

        var maker = type.GetConstructors().OrderBy(constructor => constructor.GetParameters().Length).First();
        var fresh = maker.Invoke([.. maker.GetParameters().Select(AnyArgument)]);
        text.Append("\n| can be set | what it is | at first |\n|---|---|---|\n");
        foreach (var property in rows)
        {
            var what = docs.Summary($"P:{type.FullName}.{property.Name}");
            text.Append(
                CultureInfo.InvariantCulture,
                $"| `{property.Name}` | {what} | {Written(property.GetValue(fresh))} |\n"
            );
        }
    }

    private static object? AnyArgument(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(Dim) ? Dim.Feature("any", 1)
        : parameter.ParameterType == typeof(int) ? 1
        : throw new InvalidOperationException($"{parameter.Member.DeclaringType}: what is given for {parameter.Name}?");

    private static string Written(object? value) =>
        value switch
        {
            null => "`null`",
            bool truth => truth ? "`true`" : "`false`",
            Func<Tensor, Tensor> => "",
            IFormattable number => $"`{number.ToString(null, CultureInfo.InvariantCulture)}`",
            ITuple => $"`{value}`",
            _ => "`new()`",
        };

    private static int Rank(PublicMethod method, Type module) =>
        method.Name == module.Name ? 0
        : method.IsStatic ? 1
        : method.Name == "Call" ? 2
        : 3;

    private void WriteMethod(PublicMethod method, Type module)
    {
        var isMaker = method.Name == module.Name;
        var id = docs.Method($"M:{module.FullName}.{(isMaker ? "#ctor" : method.Name)}");
        if (id is null && isMaker)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n`new {method.Name}()`\n");
            return;
        }

        var start =
            isMaker ? "new "
            : method.IsStatic ? $"{method.Result} {module.Name}."
            : $"{method.Result} ";
        text.Append(CultureInfo.InvariantCulture, $"\n`{start}{method.Name}({method.Arguments})`");
        text.Append(isMaker ? "\n" : $": {docs.Summary(id!)}\n");
        var arguments = docs.Parameters(id!);
        if (arguments.Count > 0)
        {
            WriteTable("argument", arguments);
        }

        if (docs.Returns(id!) is { Length: > 0 } returns)
        {
            WriteParagraph($"Answers: {returns}");
        }
    }

    private void WriteHeld(PublicMembers members, Type module)
    {
        var held = members
            .Properties.Where(property => IsHeld(property.Type))
            .Select(property => (property.Name, Id: $"P:{module.FullName}.{property.Name}"))
            .OrderBy(property => docs.PlaceOf(property.Id))
            .Select(property => (property.Name, docs.Summary(property.Id)))
            .ToList();
        if (held.Count > 0)
        {
            WriteTable("holds", held);
        }
    }

    private static bool IsHeld(string type)
    {
        var name = type.TrimEnd('?').Replace("IReadOnlyList<", "", StringComparison.Ordinal).TrimEnd('>');
        return name is nameof(Parameter) or nameof(IStep) || modules.Any(module => module.Name == name);
    }

    private void WriteExample(Type module, string example)
    {
        if (example.Length == 0)
        {
            throw new InvalidOperationException($"{module.Name} has no example.");
        }

        var facts = emit(example);
        var (fused, blocks) = (LayerCounts.Of(facts.Fused), LayerCounts.Of(facts.Blocks));
        text.Append(CultureInfo.InvariantCulture, $"\n```csharp\n{example}```\n\nEmitted as {fused}. ");
        text.Append(fused == blocks ? "Without rules: the same." : $"Without rules: {blocks}.");
        text.Append(VariablesOf(facts.Fused));
    }

    private static string VariablesOf(NetStatistics statistics)
    {
        var variables = statistics.Parameters.Select(Describe).Distinct().ToList();
        return variables.Count switch
        {
            0 => " No variables.\n",
            > MostVariables => $" {statistics.Parameters.Length} variables, those of the modules that it holds.\n",
            _ => $" Variables: {string.Join(", ", variables)}.\n",
        };
    }

    private static string Describe(ParameterStatistics parameter) =>
        FormattableString.Invariant(
            $"`{Number().Replace(parameter.Name, "/*/")}` [{string.Join(", ", parameter.Shape)}]{(parameter.IsTrainable ? "" : ", not trained")}"
        );

    private void WriteParagraph(string paragraph)
    {
        if (paragraph.Length > 0)
        {
            text.Append('\n').Append(paragraph).Append('\n');
        }
    }

    private void WriteTable(string heading, IEnumerable<(string Name, string What)> rows)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n| {heading} | what it is |\n|---|---|\n");
        foreach (var (name, what) in rows)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| `{name}` | {what.Replace("|", "\\|", StringComparison.Ordinal)} |\n"
            );
        }
    }

    [GeneratedRegex(@"/\d+/")]
    private static partial Regex Number();
}
