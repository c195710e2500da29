using System.Collections.Immutable;
using System.Globalization;
using NetDsl.Emit;

namespace NetDsl.Cli;

/// <summary>Differences for people: at most three lines for an edit.</summary>
internal static class TextDifferenceWriter
{
    private const int MostShown = 3;
    private const string Indent = "          ";

    public static void Write(NetDifference difference, TextWriter target)
    {
        if (difference.Edits.IsEmpty)
        {
            target.Write("no difference\n");
            return;
        }

        WriteEdits(difference.Edits, target);
        var (old, @new) = (difference.OldParameters, difference.NewParameters);
        var total =
            !difference.Unknown.IsEmpty ? $"not known of {Layers(difference.Unknown.Length)}"
            : old == @new ? Number(old)
            : $"{Number(old)} -> {Number(@new)} ({Signed(@new - old)})";
        target.Write(
            $"{Number(difference.Edits.Length)} {(difference.Edits.Length == 1 ? "edit" : "edits")}, parameters {total}\n"
        );
    }

    public static void WriteEdits(ImmutableArray<NetEdit> edits, TextWriter target)
    {
        foreach (var (edit, same) in Together(edits))
        {
            target.Write($"{Word(edit.Kind), -9} {Subject(edit)}{Details(edit)}{Also(same)}\n");
            if (Variables(edit.Effect) is { } variables)
            {
                target.Write($"{Indent}{variables}\n");
            }

            if (edit.Effect.Dims is [var first, ..] dims)
            {
                var others = dims.Length == 1 ? "" : $", and of {Layers(dims.Length - 1)} more";
                var name = first.Name == edit.New ? "" : $"of {first.Name} ";
                target.Write($"{Indent}dims {name}{first.Old} -> {first.New}{others}\n");
            }
        }
    }

    private static string Also(ImmutableArray<NetEdit> same)
    {
        var names = string.Join(", ", same.Take(MostShown).Select(Subject));
        var more = same.Length > MostShown ? $" and {Number(same.Length - MostShown)} more" : "";
        return same.IsEmpty ? "" : $"; the same in {names}{more}";
    }

    // One change in many layers, as of a rate of dropout: it is told once, unless it has effects of its own.
    private static IEnumerable<(NetEdit Edit, ImmutableArray<NetEdit> Others)> Together(
        ImmutableArray<NetEdit> edits
    ) =>
        edits
            .GroupBy(edit =>
                edit.Kind == EditKind.Changed && edit.Effect.Variables.IsEmpty && edit.Effect.Dims.IsEmpty
                    ? $"{edit.Class}\n{string.Join('\n', edit.Options)}"
                    : $"{edit.Kind}\n{edit.Old}\n{edit.New}"
            )
            .Select(group => (group.First(), group.Skip(1).ToImmutableArray()));

    /// <summary>What stops a checkpoint of the old net from being loaded, and the names to load it by.</summary>
    public static void WriteBreaking(NetDifference difference, TextWriter target)
    {
        foreach (var change in difference.Variables.Where(change => change.IsBreaking))
        {
            target.Write(
                change switch
                {
                    { IsRename: true } => $"renamed   {change.OldName} -> {change.NewName} {Shape(change.NewShape)}\n",
                    { OldName: null } => $"missing   {change.NewName} {Shape(change.NewShape)}\n",
                    _ => $"reshaped  {Names(change)} {Shape(change.OldShape)} -> {Shape(change.NewShape)}\n",
                }
            );
        }

        if (difference.Variables.Any(change => change.IsRename))
        {
            target.Write("\nfor RETURNN's preload_from_files:\n\"var_name_mapping\": {\n");
            foreach (var change in difference.Variables.Where(change => change.IsRename))
            {
                target.Write($"    \"{change.NewName}\": \"{change.OldName}\",\n");
            }

            target.Write("}\n");
        }

        if (!difference.Variables.Any(change => change.IsBreaking))
        {
            target.Write("a checkpoint of the old net can be loaded\n");
        }

        foreach (var path in difference.Unknown)
        {
            target.Write($"unknown   the variables of {path}\n");
        }
    }

    private static string Word(EditKind kind) => kind.ToString().ToLowerInvariant();

    private static string Subject(NetEdit edit) =>
        edit.Kind == EditKind.Resized ? $"dim {edit.New}"
        : edit.Kind == EditKind.Setting ? ""
        : edit.Old == edit.New ? edit.New!
        : edit.Kind is EditKind.Changed or EditKind.Retyped ? edit.New!
        : edit.Kind is EditKind.Added or EditKind.Removed ? edit.New ?? edit.Old!
        : $"{edit.Old} -> {edit.New}";

    private static string Details(NetEdit edit)
    {
        var about = edit.Kind switch
        {
            EditKind.Added or EditKind.Removed => edit.Layers > 1
                ? $" ({edit.Class}, {Layers(edit.Layers)})"
                : $" ({edit.Class})",
            EditKind.Renamed when edit.Layers > 1 => $" ({Layers(edit.Layers)})",
            EditKind.Renamed or EditKind.Moved or EditKind.Changed => $" ({edit.Class})",
            _ => "",
        };
        if (edit.Options.IsEmpty)
        {
            return about;
        }

        var shown = edit.Options.Take(MostShown).Select(change => Change(edit.Kind, change));
        var more = edit.Options.Length > MostShown ? $", and {Number(edit.Options.Length - MostShown)} more" : "";
        return $"{about}{(edit.Kind == EditKind.Setting ? "" : ": ")}{string.Join(", ", shown)}{more}";
    }

    private static string Change(EditKind kind, OptionChange change) =>
        kind is EditKind.Added or EditKind.Removed ? $"{change.Name} {change.Old ?? change.New}"
        : change.Old is null ? $"{change.Name} {change.New} is new"
        : change.New is null ? $"{change.Name} {change.Old} is gone"
        : $"{change.Name} {change.Old} -> {change.New}";

    private static string? Variables(EditEffect effect)
    {
        if (effect.Variables.IsEmpty)
        {
            return null;
        }

        var shown = effect.Variables.Take(MostShown).Select(Variable);
        var more =
            effect.Variables.Length > MostShown ? $", and {Number(effect.Variables.Length - MostShown)} more" : "";
        var count = effect.Parameters == 0 ? "" : $" {Signed(effect.Parameters)}";
        return $"parameters{count}: {string.Join(", ", shown)}{more}";
    }

    private static string Variable(VariableChange change) =>
        change.OldName is null ? $"{change.NewName} {Shape(change.NewShape)} is new"
        : change.NewName is null ? $"{change.OldName} {Shape(change.OldShape)} is gone"
        : change.IsRename ? Names(change)
        : $"{Names(change)} {Shape(change.OldShape)} -> {Shape(change.NewShape)}";

    private static string Names(VariableChange change) =>
        change.OldName == change.NewName ? change.NewName! : $"{change.OldName} -> {change.NewName}";

    private static string Shape(ImmutableArray<int> shape) => $"[{string.Join(", ", shape.Select(s => Number(s)))}]";

    private static string Layers(int count) => count == 1 ? "1 layer" : $"{Number(count)} layers";

    private static string Signed(long number) => number > 0 ? $"+{Number(number)}" : Number(number);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
