using System.Text;

namespace NetDsl.LayerApiGenerator;

/// <summary>Text being written; nothing but texts goes in, so that no culture can have a say.</summary>
internal sealed class TextOutput(string start = "")
{
    private readonly StringBuilder text = new(start);

    public TextOutput Append(string part)
    {
        text.Append(part);
        return this;
    }

    public override string ToString() => text.ToString();
}
