using System.Globalization;
using System.Text;

namespace NetDsl.Emit;

/// <summary>The class and options of layers as text, whatever they read and whatever their dims are called.</summary>
internal sealed class BareTexts
{
    private readonly Dictionary<NetLayer, string> known = [];
    private readonly CanonicalText text = new(
        _ => "layer",
        dim => string.Create(CultureInfo.InvariantCulture, $"{dim.Kind}:{dim.Size}")
    );

    internal string Of(NetLayer layer)
    {
        if (!known.TryGetValue(layer, out var bare))
        {
            var content = new StringBuilder(MeantOptions.ClassOf(layer));
            foreach (var (option, value) in MeantOptions.Of(layer))
            {
                content.Append('\n').Append(option).Append('=').Append(text.Of(layer, option, value));
            }

            known.Add(layer, bare = content.ToString());
        }

        return bare;
    }
}
