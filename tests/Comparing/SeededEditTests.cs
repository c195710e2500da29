using CsCheck;
using NetDsl.Emit;
using Xunit;

namespace NetDsl.Tests.Comparing;

public sealed class SeededEditTests
{
    private static readonly Gen<(int Net, int Layer, int Choice)> places = Gen.Select(
        Gen.Int[0, ComparedNets.All.Length - 1],
        Gen.Int[0, 10_000],
        Gen.Int[0, 10_000]
    );

    [Fact]
    public void A_renamed_layer_is_one_edit() =>
        Check(
            (editor, layer, _) => editor.IsPlain(layer),
            (editor, layer, _) =>
            {
                editor.Rename(layer.Name, "another_name");
                return new(EditKind.Renamed, layer.Name, "another_name");
            }
        );

    [Fact]
    public void A_changed_option_is_one_edit() =>
        Check(
            (_, _, _) => true,
            (editor, layer, choice) =>
            {
                var (option, value) = (choice % 3) switch
                {
                    0 => ("L2", (OptionValue)0.0123),
                    1 => ("param_variational_noise", 0.075),
                    _ => ("trainable", layer.Options["trainable"] is BoolValue { Value: false }),
                };
                editor.Set(layer.Name, option, value);
                return new(EditKind.Changed, layer.Name, layer.Name);
            }
        );

    [Fact]
    public void Another_class_is_one_edit() =>
        Check(
            (editor, layer, _) => layer.Inner.Count == 0,
            (editor, layer, _) =>
            {
                editor.Set(layer.Name, "class", layer.ClassName == "copy" ? "identity" : "copy");
                return new(EditKind.Retyped, layer.Name, layer.Name);
            }
        );

    [Fact]
    public void An_inserted_layer_is_one_edit() =>
        Check(
            (editor, layer, _) => editor.IsPlain(layer) && editor.ReadersOf(layer).Any(),
            (editor, layer, choice) =>
            {
                var readers = editor.ReadersOf(layer).ToList();
                var added = OptionValue.Dict(
                    ("class", choice % 2 == 0 ? "dropout" : "copy"),
                    ("from", layer.Name),
                    ("dropout", 0.15)
                );
                editor.Insert("added_layer", added, readers[choice % readers.Count].Name, layer.Name);
                return new(EditKind.Added, null, "added_layer");
            }
        );

    [Fact]
    public void A_deleted_layer_is_one_edit() =>
        Check(
            (editor, layer, _) =>
                editor.IsPlain(layer)
                && NetEditor.OnlySource(layer) is not null
                && editor.ReadersOf(layer).Any()
                // It names the axis of each source, which may be another without the layer.
                && editor.ReadersOf(layer).All(reader => reader.ClassName != "concat"),
            (editor, layer, _) =>
            {
                editor.Delete(layer);
                return new(EditKind.Removed, layer.Name, null);
            }
        );

    [Fact]
    public void A_moved_layer_is_one_edit() =>
        Check(
            (editor, layer, choice) => CanMove(editor, layer, choice) is not null,
            (editor, layer, choice) =>
            {
                var (after, before) = CanMove(editor, layer, choice)!.Value;
                editor.Move(layer, after, before);
                return new(EditKind.Moved, layer.Name, layer.Name);
            }
        );

    // Not next to where it is: of two neighbours that change places nobody can say which one moved.
    private static (NetLayer After, NetLayer Before)? CanMove(NetEditor editor, NetLayer layer, int choice)
    {
        if (!editor.IsPlain(layer) || NetEditor.OnlySource(layer) is not { } source || !editor.ReadersOf(layer).Any())
        {
            return null;
        }

        var near = editor.ReadersOf(layer).Select(reader => reader.Name).Append(source).Append(layer.Name).ToHashSet();
        var places = editor
            .Layers.Where(after => editor.IsPlain(after) && !near.Contains(after.Name))
            .SelectMany(after => editor.ReadersOf(after).Select(before => (after, before)))
            .Where(place => !near.Contains(place.before.Name))
            .ToList();
        return places.Count == 0 ? null : places[choice % places.Count];
    }

    private static void Check(
        Func<NetEditor, NetLayer, int, bool> isPossible,
        Func<NetEditor, NetLayer, int, NetEdit> edit
    ) =>
        places.Sample(
            place =>
            {
                var (name, text) = ComparedNets.All[place.Net];
                var editor = new NetEditor(text);
                var choices = editor.Layers.Where(layer => isPossible(editor, layer, place.Choice)).ToList();
                if (choices.Count == 0)
                {
                    return;
                }

                var before = new NetEditor(text).Text();
                var expected = edit(editor, choices[place.Layer % choices.Count], place.Choice);
                var found = NetDifference.Between(View(before), View(editor.Text()));
                var edits = string.Join("; ", found.Edits.Select(Words));
                Assert.True(edits == Words(expected), $"{name}: {Words(expected)}\nreported: {edits}");
            },
            iter: 100
        );

    private static string Words(NetEdit edit) => $"{edit.Kind} {edit.Old} -> {edit.New}";

    private static NetView View(string text) => NetView.Read(text, "net.py").View!;
}
