using NetDsl.Emit;

namespace NetDsl.Reference;

/// <summary><c>get_last_hidden_state</c>: what recurrent layers keep behind their last step.</summary>
internal sealed class LastHiddenStateEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = ["combine", "key"];

    public Value? Evaluate(LayerStep step)
    {
        var kept = new List<Value>();
        foreach (var reference in step.Layer.References.Where(reference => reference.Option == "from"))
        {
            if (
                reference.Target is not LayerTarget { Layer: var layer }
                || !step.State.CellStates.TryGetValue(layer, out var states)
            )
            {
                return step.Refuse("from");
            }

            switch (step.Call.Text("key") ?? "*")
            {
                case "*":
                    kept.Add(states.Join(1));
                    break;
                case "c" or "lstm_c":
                    kept.Add(states[0]);
                    break;
                case "h" or "lstm_h":
                    kept.Add(states[^1]);
                    break;
                default:
                    return step.Refuse("key");
            }
        }

        return (step.Call.Text("combine") ?? "concat") == "add"
            ? kept.Aggregate((sum, state) => sum + state)
            : kept.Join(1);
    }
}
