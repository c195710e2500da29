using System.Text;

namespace NetDsl.Emit;

/// <summary>Writes a config that was read as a C# model, key by key and layer by layer.</summary>
internal sealed class ModelWriter
{
    private const string Variable = "config";

    private readonly StringBuilder text = new();
    private readonly ImportedConfig imported;
    private readonly ImportOptions options;
    private readonly CSharpDims dims;
    private readonly CSharpNames names;
    private readonly string method;

    private ModelWriter(ImportedConfig imported, ImportOptions options, IReadOnlySet<string>? readNames)
    {
        (this.imported, this.options) = (imported, options);
        dims = new CSharpDims(imported.Config);
        names = new CSharpNames(imported, [.. dims.Variables, Variable, "args"], readNames);
        method = CSharpIdentifier.Pascal(imported.Config.Name, otherwise: "Net");
    }

    private int Indent => options.Namespace is null ? 4 : 8;

    /// <summary>The whole file.</summary>
    public static string Write(ImportedConfig imported, ImportOptions options)
    {
        // Once only to see which names are read: the compiler warns of a variable that is not.
        var draft = new ModelWriter(imported, options, readNames: null);
        draft.WriteFile();
        var writer = new ModelWriter(imported, options, draft.names.Read);
        writer.WriteFile();
        return writer.text.ToString();
    }

    /// <summary>The statements that the model must keep: all but the imports that every emitted config has if it needs them.</summary>
    public static IEnumerable<OpaqueStatement> StatementsOf(ImportedConfig imported)
    {
        var others = imported.Opaque.Where(statement => !IsImportOfDims(statement.Text)).ToList();
        var needsDims = others.Count > 0 || imported.Config.Entries.Any(entry => HoldsCode(entry.Value));
        return needsDims ? imported.Opaque : others;
    }

    private void WriteFile()
    {
        if (options.Namespace is { } given)
        {
            text.Append("using NetDsl;\nusing static NetDsl.OptionValue;\n\n");
            text.Append("namespace ").Append(given).Append(";\n\n");
            text.Append("/// <summary>Imported from a config.</summary>\n");
            text.Append("public static class ").Append(method).Append("\n{\n");
            WriteMethod("    ", "public static Net Model()");
            text.Append("}\n");
            return;
        }

        text.Append(options.Directives);
        text.Append("using NetDsl;\nusing static NetDsl.OptionValue;\n\n");
        text.Append("return NetDslCli.Run(args, ").Append(method).Append(");\n\n");
        WriteMethod("", $"static Net {method}()");
    }

    private void WriteMethod(string margin, string head)
    {
        var inner = new string(' ', Indent);
        text.Append(margin).Append(head).Append('\n').Append(margin).Append("{\n");
        dims.Declare(text, inner);
        var name = CSharpLiterals.Text(imported.Config.Name);
        text.Append(inner).Append("var ").Append(Variable).Append(" = new WrittenConfig(").Append(name).Append(");\n");
        foreach (var (_, write) in Parts())
        {
            write();
        }

        text.Append(inner).Append("return ").Append(Variable).Append(";\n").Append(margin).Append("}\n");
    }

    // Keys and statements in the order of the text.
    private IEnumerable<(SourceLocation At, Action Write)> Parts()
    {
        var entries = imported.Config.Entries.Select(
            (entry, index) =>
                (
                    At: imported.Locations.At(
                        imported.Ends.IsEmpty ? imported.Locations.Positions[index].Key : imported.Ends[index]
                    ),
                    Write: (Action)(() => WriteEntry(entry.Key, entry.Value))
                )
        );
        var statements = StatementsOf(imported)
            .Select(statement => (At: statement.Start, Write: (Action)(() => WriteStatement(statement.Text))));
        return entries.Concat(statements).OrderBy(part => part.At.Line).ThenBy(part => part.At.Column);
    }

    private void WriteStatement(string python)
    {
        var inner = new string(' ', Indent);
        text.Append(inner).Append(Variable).Append(".Code(\n");
        text.Append(inner).Append("    ").Append(CSharpLiterals.Lines(python.TrimEnd(), Indent + 4)).Append('\n');
        text.Append(inner).Append(");\n");
    }

    private void WriteEntry(string key, OptionValue value)
    {
        if (names.VariableOf(key) is { } variable)
        {
            if (variable.Length > 0)
            {
                WriteSetting($"var {variable}", ValueOf(value, isDeclared: true));
            }

            return;
        }

        if (key != NetShape.Network || value is not DictValue net || !CanBeNet(net))
        {
            WriteSetting($"{Variable}[{CSharpLiterals.Text(key)}]", ValueOf(value));
            return;
        }

        var network = $"{Variable}.Network";
        if (net.Count == 0)
        {
            WriteSetting($"{Variable}[{CSharpLiterals.Text(key)}]", ValueOf(value));
        }

        text.Append('\n');
        foreach (var (name, layer) in net)
        {
            WriteSetting($"{network}[{CSharpLiterals.Text(((StringValue)name).Value)}]", LayerOf(layer));
        }

        text.Append('\n');
    }

    private void WriteSetting(string target, CSharpText value)
    {
        text.Append(' ', Indent).Append(target).Append(" = ");
        value.AppendTo(text, Indent, after: 1);
        text.Append(";\n");
    }

    private CSharpText LayerOf(OptionValue value) =>
        CanBeLayer(value) ? NewLayer((DictValue)value, "new") : ValueOf(value);

    private CSharpText NewLayer(DictValue layer, string name)
    {
        var from = layer["from"];
        var isSource = from is StringValue or SequenceValue { Kind: SequenceKind.List };
        List<CSharpText> arguments = [ValueOf(layer["class"]!)];
        if (isSource)
        {
            arguments.Add(
                from is SequenceValue list
                    ? new CSharpText.Items("[", [.. list.Items.Select(ValueOf)], "]")
                    : ValueOf(from!)
            );
        }

        var settings = layer
            .Where(option => option.Key is StringValue { Value: not "class" } key && !(isSource && key.Value == "from"))
            .Select(option => Setting(((StringValue)option.Key).Value, option.Value))
            .ToList();
        var call = new CSharpText.Items($"{name}(", arguments, ")");
        return settings.Count == 0
            ? call
            : new CSharpText.Row(call, new CSharpText.Word(" "), new CSharpText.Initializer(settings));
    }

    private CSharpText.Row Setting(string option, OptionValue value) =>
        new(
            new CSharpText.Word($"[{CSharpLiterals.Text(option)}] = "),
            value is DictValue net && NetShape.IsNet(option, net) && CanBeNet(net) ? NewNet(net)
                : NetShape.IsInnerLayer(option, value) && CanBeLayer(value)
                    ? NewLayer((DictValue)value, "new WrittenLayer")
                : ValueOf(value)
        );

    private CSharpText.Row NewNet(DictValue net) =>
        new(
            new CSharpText.Word("new WrittenLayers "),
            new CSharpText.Initializer([
                .. net.Select(entry => new CSharpText.Row(
                    new CSharpText.Word($"[{CSharpLiterals.Text(((StringValue)entry.Key).Value)}] = "),
                    LayerOf(entry.Value)
                )),
            ])
        );

    private CSharpText ValueOf(OptionValue value) => ValueOf(value, isDeclared: false);

    private CSharpText ValueOf(OptionValue value, bool isDeclared) =>
        value switch
        {
            _ when !isDeclared && names.VariableWith(value) is { } variable => new CSharpText.Word(variable),
            BoolValue truth => new CSharpText.Word(truth.Value ? "true" : "false"),
            IntegerValue whole => new CSharpText.Word(CSharpLiterals.Whole(whole.Value)),
            RealValue real => new CSharpText.Word(CSharpLiterals.Real(real.Value)),
            StringValue written => new CSharpText.Word(CSharpLiterals.Text(written.Value)),
            NoneValue => new CSharpText.Word("None"),
            CodeValue code => new CSharpText.Word($"Code({CSharpLiterals.Text(code.Python)})"),
            DimValue { Mark: DimMark.None } dim => new CSharpText.Word(dims.Of(dim.Value)),
            DimValue dim => new CSharpText.Word($"new DimValue({dims.Of(dim.Value)}, DimMark.{dim.Mark})"),
            SequenceValue sequence => new CSharpText.Items(
                $"{sequence.Kind}(",
                [.. sequence.Items.Select(ValueOf)],
                ")"
            ),
            DictValue dict => new CSharpText.Items(
                "Dict(",
                [.. dict.Select(entry => new CSharpText.Items("(", [ValueOf(entry.Key), ValueOf(entry.Value)], ")"))],
                ")"
            ),
            _ => throw new InvalidOperationException($"A config holds no {value.GetType().Name}."),
        };

    private static bool CanBeNet(DictValue net) => net.All(entry => entry.Key is StringValue { Value.Length: > 0 });

    private static bool CanBeLayer(OptionValue value) =>
        NetShape.IsLayer(value)
        && value is DictValue dict
        && dict["class"] is StringValue { Value.Length: > 0 }
        && CanBeNet(dict);

    private static bool HoldsCode(OptionValue value) =>
        value switch
        {
            CodeValue => true,
            SequenceValue sequence => sequence.Items.Any(HoldsCode),
            DictValue dict => dict.Any(entry => HoldsCode(entry.Key) || HoldsCode(entry.Value)),
            _ => false,
        };

    // from returnn.tensor import Dim, batch_dim
    private static bool IsImportOfDims(string python)
    {
        var words = python.Split([' ', ',', '(', ')', '\n', '\r', '\t', '\\'], StringSplitOptions.RemoveEmptyEntries);
        return words is ["from", var module, "import", .. var names]
            && module.StartsWith("returnn.t", StringComparison.Ordinal)
            && names.All(PythonImports.Names.Contains);
    }
}
