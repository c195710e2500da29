using System.Globalization;
using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>Further outputs that a layer does not have: <c>l1/2</c> of a split in two, <c>rec/x</c> of a loop without it (contract 3.4, 5, 8).</summary>
internal sealed class SubLayerCheck(NetStructure structure, NetPlaces places, List<Diagnostic> diagnostics)
{
    private const int MostFindings = 100;

    private readonly HashSet<(NetLayer Layer, string SubLayer)> reported = [];

    internal void Run()
    {
        foreach (var layer in structure.Layers)
        {
            foreach (var reference in layer.References)
            {
                if (reference.Target is SubLayerTarget target)
                {
                    Check(layer, reference, target);
                }
            }
        }
    }

    private void Check(NetLayer layer, NetReference reference, SubLayerTarget target)
    {
        var fault = reference.Option == "sub_layer_name" ? LastOf(target) : FaultOf(target.Layer, target.SubLayer);
        if (
            fault is { } found
            && reported.Count < MostFindings
            && reported.Add((target.Layer, reference.Option + target.SubLayer))
        )
        {
            var finding = ReferenceDiagnostics.NoSubLayer(
                places.Of(layer, reference),
                reference,
                found.Why,
                found.Suggestion
            );
            diagnostics.Add(layer.IsForSearch ? finding with { Severity = Severity.Warning } : finding);
        }
    }

    // The last value of a layer in a loop is kept only if it says so (contract 8).
    private static (string Why, string Suggestion)? LastOf(SubLayerTarget target) =>
        target.Inner is { } inner
            ? inner.Options.IsOn("need_last")
                ? null
                : ($"the loop does not keep the last value of {Quote(inner)}", "Set \"need_last\" on it.")
            : FaultOf(target.Layer, target.SubLayer);

    private static (string Why, string Suggestion)? FaultOf(NetLayer layer, string name)
    {
        switch (layer.ClassName)
        {
            case "rec":
                return InLoop(layer, name);
            case "cond":
                return InBranches(layer, name);
            case "masked_computation":
                return layer.InnerOf("unit")?.Layers is [var unit] ? FaultOf(unit, name) : null;
            case "subnetwork":
                return layer.InnerOf("subnetwork") is { } net ? InNet(layer, net, name) : null;
            case "split":
                return
                    CountOfSplits(layer) is { } count
                    && !(
                        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                        && index < count
                    )
                    ? (
                        string.Create(CultureInfo.InvariantCulture, $"{Quote(layer)} splits in {count}"),
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"Its parts are \"{layer.Name}/0\" to \"{layer.Name}/{count - 1}\"."
                        )
                    )
                    : null;
            case "top_k":
                return Unless(name.StartsWith("indices", StringComparison.Ordinal), layer, "indices");
            case "forced_align":
                return Unless(name == "scores", layer, "scores");
            case "loss":
                return Unless(name is "loss" or "error", layer, "loss");
            case "choice":
                return Unless(name.StartsWith("out_", StringComparison.Ordinal), layer, "out_0");
            default:
                return Catalog.Returnn.Layers.ContainsKey(layer.ClassName)
                    ? (
                        $"the layer {Quote(layer)} of class {SchemaDiagnostics.Quote(layer.ClassName)} has one output only",
                        $"Write {Quote(layer)}."
                    )
                    : null;
        }
    }

    private static (string Why, string Suggestion)? Unless(bool isThere, NetLayer layer, string output) =>
        isThere
            ? null
            : (
                $"the layer {Quote(layer)} of class {SchemaDiagnostics.Quote(layer.ClassName)} has no such output",
                $"Write {SchemaDiagnostics.Quote($"{layer.Name}/{output}")}."
            );

    private static (string Why, string Suggestion)? InLoop(NetLayer rec, string name)
    {
        if (rec.Options["unit"] is not DictValue)
        {
            return rec.Options["unit"] is StringValue
                ? ($"the loop {Quote(rec)} is one cell, whose output is the layer's", $"Write {Quote(rec)}.")
                : null;
        }

        return rec.InnerOf("unit") is { IsOpen: false } unit ? InNet(rec, unit, name) : null;
    }

    private static (string Why, string Suggestion)? InNet(NetLayer owner, NetScope net, string name)
    {
        if (net.IsOpen)
        {
            return null;
        }

        var first = name.Split('/', 2)[0];
        if (!net.TryGet(first, out var inner))
        {
            var near = NearMiss.Find(first, net.Layers.Select(layer => layer.Name));
            return (
                $"the net inside {Quote(owner)} has no layer {SchemaDiagnostics.Quote(first)}",
                near is null
                    ? "Name a layer that is there, or add it."
                    : $"Did you mean {SchemaDiagnostics.Quote($"{owner.Name}/{near}")}?"
            );
        }

        return inner.IsBuilt ? null : ($"nothing makes RETURNN build {Quote(inner)}", "Set \"is_output_layer\" on it.");
    }

    // A cond has the outputs that both of its branches mark as such (contract 5).
    private static (string Why, string Suggestion)? InBranches(NetLayer cond, string name)
    {
        foreach (var option in (ReadOnlySpan<string>)["true_layer", "false_layer"])
        {
            if (cond.InnerOf(option)?.Layers is not [var branch])
            {
                return null;
            }

            if (branch.InnerOf("subnetwork") is { } net)
            {
                if (InNet(branch, net, name) is { } fault)
                {
                    return fault;
                }

                if (
                    net.TryGet(name, out var inner)
                    && !inner.Options.IsOn("is_output_layer")
                    && !inner.Options.IsOn("loss")
                )
                {
                    return (
                        $"{Quote(inner)} is no output of its branch",
                        "Set \"is_output_layer\" on it in both branches."
                    );
                }
            }
            else if (FaultOf(branch, name) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static int? CountOfSplits(NetLayer layer) =>
        layer.Options["num_splits"] is IntegerValue number ? (int)Math.Clamp(number.Value, 0, int.MaxValue)
        : layer.Options["size_splits"] is SequenceValue sizes ? sizes.Items.Length
        : layer.Options["out_dims"] is SequenceValue dims ? dims.Items.Length
        : null;

    private static string Quote(NetLayer layer) => SchemaDiagnostics.Quote(layer.Path);
}
