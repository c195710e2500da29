using System.Globalization;

namespace NetDsl.Emit;

/// <summary>Hands out names, each once: <c>time</c>, <c>time_2</c>, <c>time_3</c>, ... Linear also for many equal names.</summary>
/// <param name="taken">Names that are in use already.</param>
internal sealed class UniqueNames(IEnumerable<string> taken)
{
    private readonly HashSet<string> used = new(taken, StringComparer.Ordinal);
    private readonly Dictionary<string, int> nextNumber = new(StringComparer.Ordinal);

    /// <summary>Keeps a name for somebody; false if it is taken.</summary>
    public bool TryReserve(string name) => used.Add(name);

    /// <summary>The stem with the suffix, with a number between them if need be.</summary>
    public string Take(string stem, string suffix)
    {
        var name = stem + suffix;
        if (used.Add(name))
        {
            return name;
        }

        var number = nextNumber.GetValueOrDefault(stem, 2);
        do
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{stem}_{number}{suffix}");
            number++;
        } while (!used.Add(name));

        nextNumber[stem] = number;
        return name;
    }
}
