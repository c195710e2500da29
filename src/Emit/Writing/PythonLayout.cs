using System.Text;

namespace NetDsl.Emit;

/// <summary>
/// Where lines break in Python: a net has one layer a line, a layer that holds a net has the lines of that net inside it, and any
/// other value is one line unless it is too long.
/// </summary>
internal sealed class PythonLayout(StringBuilder text, DimNames names)
{
    private const int Indent = 2;

    private readonly PythonLiteralWriter literals = new(text, names);
    private int lineStart;

    /// <summary>Writes <c>key = value</c> and ends the line.</summary>
    public void WriteEntry(string key, OptionValue value)
    {
        lineStart = text.Length;
        text.Append(key).Append(" = ");
        if (NetShape.IsNetwork(key) && value is DictValue { Count: > 0 } net && !NetShape.IsLayer(net))
        {
            WriteNet(net, 0);
        }
        else
        {
            WriteValue(value, 0);
        }

        text.Append('\n');
    }

    private void WriteNet(DictValue net, int indent)
    {
        text.Append('{');
        foreach (var (name, layer) in net)
        {
            BeginLine(indent + Indent);
            WriteKey(name);
            if (layer is DictValue dict && NetShape.HoldsNet(dict))
            {
                WriteLayerWithNet(dict, indent + Indent);
            }
            else
            {
                literals.Write(layer);
            }

            text.Append(',');
        }

        BeginLine(indent);
        text.Append('}');
    }

    // Options stay on the line of the layer, a net opens there, too; but from the first branch of a cond on each option has a
    // line of its own.
    private void WriteLayerWithNet(DictValue layer, int indent)
    {
        text.Append('{');
        var first = true;
        var ownLines = false;
        foreach (var (key, value) in layer)
        {
            var option = (key as StringValue)?.Value ?? "";
            ownLines |= NetShape.IsInnerLayer(option, value);
            if (!first)
            {
                text.Append(ownLines ? "," : ", ");
            }

            if (ownLines)
            {
                BeginLine(indent + Indent);
            }

            WriteKey(key);
            WriteOption(option, value, ownLines ? indent + Indent : indent);
            first = false;
        }

        if (ownLines)
        {
            text.Append(',');
            BeginLine(indent);
        }

        text.Append('}');
    }

    private void WriteOption(string option, OptionValue value, int indent)
    {
        if (value is DictValue net && NetShape.IsNet(option, net))
        {
            WriteNet(net, indent);
        }
        else if (value is DictValue layer && NetShape.IsInnerLayer(option, layer) && NetShape.HoldsNet(layer))
        {
            WriteLayerWithNet(layer, indent);
        }
        else
        {
            literals.Write(value);
        }
    }

    private void WriteValue(OptionValue value, int indent)
    {
        if (!LineWidth.CanBreak(value))
        {
            literals.Write(value);
            return;
        }

        // Inside another value a comma follows.
        var room = LineWidth.Columns - (text.Length - lineStart) - (indent > 0 ? 1 : 0);
        var start = text.Length;
        if (LineWidth.MayFit(value, room))
        {
            literals.Write(value);
            if (text.Length - start <= room)
            {
                return;
            }

            text.Length = start;
        }

        if (value is DictValue dict)
        {
            WriteBrokenDict(dict, indent);
        }
        else
        {
            WriteBrokenSequence((SequenceValue)value, indent);
        }
    }

    private void WriteBrokenDict(DictValue dict, int indent)
    {
        text.Append('{');
        foreach (var (key, value) in dict)
        {
            BeginLine(indent + Indent);
            WriteKey(key);
            WriteValue(value, indent + Indent);
            text.Append(',');
        }

        BeginLine(indent);
        text.Append('}');
    }

    private void WriteBrokenSequence(SequenceValue sequence, int indent)
    {
        var (open, close) = sequence.Kind switch
        {
            SequenceKind.List => ('[', ']'),
            SequenceKind.Tuple => ('(', ')'),
            _ => ('{', '}'),
        };
        text.Append(open);
        foreach (var item in sequence.Items)
        {
            BeginLine(indent + Indent);
            WriteValue(item, indent + Indent);
            text.Append(',');
        }

        BeginLine(indent);
        text.Append(close);
    }

    private void WriteKey(OptionValue key)
    {
        literals.Write(key);
        text.Append(": ");
    }

    private void BeginLine(int indent)
    {
        text.Append('\n');
        lineStart = text.Length;
        text.Append(' ', indent);
    }
}
