namespace NetDsl.Emit;

/// <content>What RETURNN builds a net for: outputs, losses, and the hooks that run updates.</content>
internal sealed partial class NetTranslator
{
    // Contract 0.4(a): the only way that needs neither a loss nor a further output.
    private const string RunAfterTheStep =
        "(self.network.register_post_control_dependencies([source(0)]), source(0))[1]";

    private void AddRoots()
    {
        foreach (var output in lowered.Graph.Outputs)
        {
            var node = lowered.Resolve(output.Value).Node;
            if (!(attachedOutputs.Contains(node) && fixedNames[node] == output.Name))
            {
                AddOutputCopy(output);
            }
        }

        foreach (var loss in lowered.Graph.Losses)
        {
            var node = lowered.Resolve(loss.Value).Node;
            if (!(attachedLosses.TryGetValue(node, out var attached) && ReferenceEquals(attached, loss)))
            {
                AddLossCopy(loss);
            }
        }
    }

    private void AddOutputCopy(OutputRoot output)
    {
        var draft = Sourced("copy", root, output.Value);
        spelling.SetOutShape(draft, output.Value.Signature);
        if (output.Name != "output")
        {
            draft.Set("is_output_layer", true);
        }

        root.Add(output.Name, draft.ToDict());
    }

    private void AddLossCopy(LossRoot loss)
    {
        var draft = Sourced("copy", root, loss.Value);
        spelling.SetOutShape(draft, loss.Value.Signature);
        SetLoss(draft, loss);
        root.Add(loss.Name, draft.ToDict());
    }

    private void SetLoss(LayerDraft draft, LossRoot loss)
    {
        if (lowered.LossOf(loss) is { } own)
        {
            draft.Set("loss", own.Name).Set("target", Target(own.Target, root));
        }
        else
        {
            draft.Set("loss", "as_is");
        }

        if (LossOptions(loss) is { Count: > 0 } options)
        {
            draft.Set("loss_opts", options);
        }
    }

    // What says nothing new is not written: these defaults are the same in all versions.
    private DictValue LossOptions(LossRoot loss)
    {
        var options = DictValue.Empty;
        if (loss.Scale != 1.0)
        {
            options = options.With("scale", loss.Scale);
        }

        if (loss.IsNormalized)
        {
            options = options.With("use_normalized_loss", true);
        }

        if (!loss.PacksFrames)
        {
            options = options.With("use_flatten_frames", false);
        }

        if (loss.Normalizer is { } normalizer)
        {
            options = options.With("custom_inv_norm_factor", Reference(normalizer, root));
        }

        return loss.IsError ? options.With("as_error", true) : options;
    }

    private void AddUpdateHooks()
    {
        foreach (var effect in rootEffects)
        {
            var draft = new LayerDraft("eval")
                .Set("from", effect.From(root))
                .Set("eval", RunAfterTheStep)
                .Set("is_output_layer", true);
            AddHelper(root, $"{effect.Name.Replace('/', '.')}.run", draft);
        }
    }
}
