using System.Globalization;
using System.Text;

namespace NetDsl.Emit;

/// <summary>Where a walk through a config is just now. Costs nothing but a push and a pop until somebody asks for the words.</summary>
internal sealed class ValuePath
{
    private readonly List<PathStep> steps = [];

    /// <summary>How many containers are open, the config itself not counted.</summary>
    public int Depth => steps.Count;

    /// <summary>The place in words.</summary>
    public ConfigPlace Place => new(ToString(), Layer);

    public void Enter(string entry) => steps.Add(new(null, entry, 0));

    public void Enter(DictValue dict, OptionValue key) => steps.Add(new(dict, key, 0));

    public void Enter(SequenceValue sequence, int index) => steps.Add(new(sequence, null, index));

    public void Leave() => steps.RemoveAt(steps.Count - 1);

    /// <summary>All keys on the way, escaped: the path is part of a message of one line.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var step in steps)
        {
            if (step.Key is null)
            {
                text.Append(CultureInfo.InvariantCulture, $"[{step.Index}]");
                continue;
            }

            text.Append(text.Length > 0 ? " / " : "");
            AppendKey(text, step.Key);
        }

        return text.ToString();
    }

    private string? Layer
    {
        get
        {
            if (steps is not [{ Key: StringValue net }, { Key: { } layer }, ..] || !NetShape.IsNetwork(net.Value))
            {
                return null;
            }

            var text = new StringBuilder();
            AppendKey(text, layer);
            AppendInnerLayers(text);
            return text.ToString();
        }
    }

    // Contract 3.4: `net/layer` is a layer of a sub-net, the option that holds the sub-net is no part of its name. A branch of a
    // cond has no name but its option.
    private void AppendInnerLayers(StringBuilder text)
    {
        var at = 2;
        while (
            at + 1 < steps.Count
            && steps[at].Key is StringValue option
            && steps[at + 1].Container is DictValue inner
            && steps[at + 1].Key is { } innerKey
        )
        {
            if (NetShape.IsNet(option.Value, inner))
            {
                AppendKey(text.Append('/'), innerKey);
                at += 2;
            }
            else if (NetShape.IsInnerLayer(option.Value, inner))
            {
                AppendKey(text.Append('/'), option);
                at += 1;
            }
            else
            {
                return;
            }
        }
    }

    private static void AppendKey(StringBuilder text, OptionValue key)
    {
        switch (key)
        {
            case StringValue name:
                LiteralFormatter.AppendEscaped(text, name.Value, ConfigFormat.Python);
                break;
            case IntegerValue number:
                LiteralFormatter.AppendInteger(text, number.Value);
                break;
            case DimValue dim:
                LiteralFormatter.AppendEscaped(text, dim.Value.Name, ConfigFormat.Python);
                break;
            default:
                text.Append('?');
                break;
        }
    }
}
