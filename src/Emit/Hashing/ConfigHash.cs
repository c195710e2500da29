using System.Globalization;
using System.Text;

namespace NetDsl.Emit;

/// <summary>
/// The digest of what a config means. The same for two configs that RETURNN cannot tell apart: order and layout, names of dims and of
/// layers without variables, defaults that are written out. Another after every change of meaning.
/// </summary>
/// <param name="Whole">Of everything.</param>
/// <param name="Network">Of the net and its inputs.</param>
/// <param name="Settings">Of all else: data, training, code.</param>
public sealed record ConfigHash(string Whole, string Network, string Settings)
{
    // Changes if the digest of one config does: digests of two versions must not be compared.
    private const string Version = "netdsl 1";

    private static readonly HashSet<string> ofNet = new(
        ["network", "extern_data", "behavior_version", "default_input", "target"],
        StringComparer.Ordinal
    );

    /// <summary>Computes the digest.</summary>
    public static ConfigHash Of(NetView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var layers = LayerDigests.Of(view, keepsNames: true);
        var digests = view.Structure.Layers.Select(layer => layers[layer]).Order(StringComparer.Ordinal);
        var net = new StringBuilder(Version).Append('\n').AppendJoin('\n', digests).Append('\n');
        var settings = new StringBuilder(Version).Append('\n');
        foreach (var (key, value) in view.Meant.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (key != NetShape.Network || value is not DictValue)
            {
                var written = view.BeforeCode.GetValueOrDefault(key, value);
                (ofNet.Contains(key) ? net : settings).Append(
                    CultureInfo.InvariantCulture,
                    $"{key}={layers.Values.Of(key, written)}\n"
                );
            }
        }

        foreach (var statement in view.Meant.Statements)
        {
            settings.Append(statement.Meaning).Append('\n');
        }

        var (first, second) = (Digest.Of(net.ToString()), Digest.Of(settings.ToString()));
        return new(Digest.Of(first + second), first, second);
    }
}
