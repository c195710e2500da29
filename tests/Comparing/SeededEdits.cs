using System.Globalization;
using NetDsl.Emit;

namespace NetDsl.Tests.Comparing;

/// <summary>What people do to nets, each as one edit.</summary>
internal static class SeededEdits
{
    public static NetEdit? Rename(NetEditor editor, HashSet<string> touched, int layer, int choice) =>
        At(
            editor,
            touched,
            layer,
            editor.IsPlain,
            chosen =>
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"another_name_{touched.Count}");
                editor.Rename(chosen.Name, name);
                return new(EditKind.Renamed, chosen.Name, name);
            }
        );

    public static NetEdit? Option(NetEditor editor, HashSet<string> touched, int layer, int choice) =>
        At(
            editor,
            touched,
            layer,
            _ => true,
            chosen =>
            {
                // Not one change for all: equal changes are told together.
                editor.Set(chosen.Name, "L2", 0.0123 + touched.Count);
                return new(EditKind.Changed, chosen.Name, chosen.Name);
            }
        );

    public static NetEdit? LossScale(NetEditor editor, HashSet<string> touched, int layer, int choice) =>
        At(
            editor,
            touched,
            layer,
            candidate => candidate.Options["loss"] is StringValue,
            chosen =>
            {
                editor.Set(chosen.Name, "loss_scale", 0.321);
                return new(EditKind.Changed, chosen.Name, chosen.Name);
            }
        );

    public static NetEdit? Size(NetEditor editor, HashSet<string> touched, int layer, int choice) =>
        At(
            editor,
            touched,
            layer,
            candidate => candidate.Options["n_out"] is IntegerValue && candidate.Options["loss"] is null,
            chosen =>
            {
                editor.Set(chosen.Name, "n_out", ((IntegerValue)chosen.Options["n_out"]!).Value + 16);
                return new(EditKind.Changed, chosen.Name, chosen.Name);
            }
        );

    public static NetEdit? Class(NetEditor editor, HashSet<string> touched, int layer, int choice) =>
        At(
            editor,
            touched,
            layer,
            candidate => candidate.Inner.Count == 0,
            chosen =>
            {
                editor.Set(chosen.Name, "class", chosen.ClassName == "copy" ? "identity" : "copy");
                return new(EditKind.Retyped, chosen.Name, chosen.Name);
            }
        );

    public static NetEdit? Insert(NetEditor editor, HashSet<string> touched, int layer, int choice) =>
        At(
            editor,
            touched,
            layer,
            candidate => editor.IsPlain(candidate) && editor.ReadersOf(candidate).Any(),
            chosen =>
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"added_{touched.Count}");
                var readers = editor.ReadersOf(chosen).ToList();
                var added = OptionValue.Dict(
                    ("class", choice % 2 == 0 ? "dropout" : "copy"),
                    ("from", chosen.Name),
                    ("dropout", 0.15 + touched.Count)
                );
                editor.Insert(name, added, readers[choice % readers.Count].Name, chosen.Name);
                return new(EditKind.Added, null, name);
            }
        );

    public static NetEdit? Delete(NetEditor editor, HashSet<string> touched, int layer, int choice) =>
        At(
            editor,
            touched,
            layer,
            candidate =>
                editor.IsPlain(candidate)
                && NetEditor.OnlySource(candidate) is not null
                && editor.ReadersOf(candidate).Any(),
            chosen =>
            {
                editor.Delete(chosen);
                return new(EditKind.Removed, chosen.Name, null);
            }
        );

    /// <summary>Reads another layer from before it; the one that it read stays needed.</summary>
    public static NetEdit? Source(NetEditor editor, HashSet<string> touched, int layer, int choice)
    {
        List<NetLayer> Others(NetLayer reader) =>
            NetEditor.OnlySource(reader) is { } source && reader.Inner.Count == 0
                ?
                [
                    .. editor
                        .Layers.TakeWhile(other => other != reader)
                        .Where(other =>
                            editor.IsPlain(other) && other.Name != source && other.Inner.Count == 0 && IsFree(other)
                        ),
                ]
                : [];
        bool IsFree(NetLayer other) => !touched.Contains(other.Name);
        bool StaysNeeded(NetLayer reader) =>
            editor.Layers.FirstOrDefault(l => l.Name == NetEditor.OnlySource(reader)) is { } source
            && editor.ReadersOf(source).Count() > 1;
        return At(
            editor,
            touched,
            layer,
            candidate => StaysNeeded(candidate) && Others(candidate).Count > 0,
            chosen =>
            {
                var others = Others(chosen);
                var other = others[choice % others.Count];
                touched.Add(other.Name);
                editor.Set(chosen.Name, "from", other.Name);
                return new(EditKind.Changed, chosen.Name, chosen.Name);
            }
        );
    }

    public static NetEdit? Setting(NetEditor editor, HashSet<string> touched, int layer, int choice)
    {
        const string Key = "a_setting_of_my_own";
        if (!touched.Add(Key))
        {
            return null;
        }

        editor.SetKey(Key, 4321);
        return new(EditKind.Setting, null, Key);
    }

    private static NetEdit? At(
        NetEditor editor,
        HashSet<string> touched,
        int layer,
        Func<NetLayer, bool> isPossible,
        Func<NetLayer, NetEdit> edit
    )
    {
        var free = editor
            .Layers.Where(candidate => Around(editor, candidate).All(name => !touched.Contains(name)))
            .Where(isPossible)
            .ToList();
        if (free.Count == 0)
        {
            return null;
        }

        var chosen = free[layer % free.Count];
        var done = edit(chosen);
        touched.UnionWith(Around(editor, chosen));
        return done;
    }

    // The layer, what it reads and who reads it.
    private static IEnumerable<string> Around(NetEditor editor, NetLayer layer) =>
        editor
            .ReadersOf(layer)
            .Select(reader => reader.Path.Split('/')[0])
            .Concat(layer.References.Select(r => r.Target.Source?.Path.Split('/')[0]).OfType<string>())
            .Append(layer.Name);
}
