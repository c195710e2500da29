namespace NetDsl.Layers;

/// <summary>The mends of the facts, by place.</summary>
internal sealed class Overlay
{
    private const string EveryClass = "*";

    private readonly Dictionary<string, Mend> mends = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Name, Mend Mend)>> added = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordSet> words = new(StringComparer.Ordinal);

    private Overlay() { }

    /// <summary>Every place that is mended.</summary>
    internal IReadOnlyDictionary<string, Mend> Mends => mends;

    /// <summary>Every list of words.</summary>
    internal IReadOnlyDictionary<string, WordSet> Words => words;

    /// <summary>Reads the file.</summary>
    internal static Overlay Read()
    {
        var overlay = new Overlay();
        using var facts = FactReader.Open("overlay.json");
        foreach (var part in facts.Members())
        {
            if (part == "words")
            {
                overlay.ReadWords(facts);
            }
            else
            {
                overlay.ReadMends(facts);
            }
        }

        overlay.IndexAdditions();
        return overlay;
    }

    /// <summary>What is said of an option of a class, or of every class that has it.</summary>
    internal Mend? Find(string part, string name, string option)
    {
        var ofAll = mends.GetValueOrDefault($"{part}/{EveryClass}/{option}");
        var ofOne = mends.GetValueOrDefault($"{part}/{name}/{option}");
        return ofAll?.With(ofOne) ?? ofOne;
    }

    /// <summary>What is said of a class, or of a key or option that belongs to none.</summary>
    internal Mend? Find(string part, string name) => mends.GetValueOrDefault($"{part}/{name}");

    /// <summary>The names that are added below a place, each with its mend.</summary>
    internal IReadOnlyList<(string Name, Mend Mend)> AddedTo(string place) => added.GetValueOrDefault(place) ?? [];

    /// <summary>The words that a mend names.</summary>
    internal WordSet? WordsOf(Mend? mend) => mend?.Words is { } name ? words[name] : null;

    private void ReadMends(FactReader facts)
    {
        foreach (var (places, mend) in facts.Objects(ReadMend))
        {
            foreach (var place in places)
            {
                mends[place] = mends.TryGetValue(place, out var before) ? before.With(mend) : mend;
            }
        }
    }

    private void IndexAdditions()
    {
        foreach (var (place, mend) in mends.Where(item => item.Value.Adds))
        {
            var slash = place.LastIndexOf('/');
            if (!added.TryGetValue(place[..slash], out var names))
            {
                added.Add(place[..slash], names = []);
            }

            names.Add((place[(slash + 1)..], mend));
        }
    }

    private static (List<string> Places, Mend Mend) ReadMend(FactReader facts, IEnumerable<string> members)
    {
        var places = new List<string>();
        var mend = new Mend();
        foreach (var member in members)
        {
            switch (member)
            {
                case "at":
                    places = facts.Texts();
                    break;
                case "type":
                    mend = mend with { Type = facts.Text() };
                    break;
                case "required":
                    mend = mend with { IsRequired = facts.Flag() };
                    break;
                case "requiredFrom":
                    mend = mend with { IsRequired = true, RequiredFrom = facts.Number() };
                    break;
                case "sources":
                    mend = mend with { Sources = facts.Text() };
                    break;
                case "words":
                    mend = mend with { Words = facts.Text() };
                    break;
                case "axes":
                    mend = mend with { Axes = Enum.Parse<AxisPlaces>(facts.Text()!, ignoreCase: true) };
                    break;
                case "trueUntil":
                    mend = mend with { Old = new(true, facts.Number()) };
                    break;
                case "falseUntil":
                    mend = mend with { Old = new(false, facts.Number()) };
                    break;
                case "unless":
                    mend = mend with { Unless = facts.Text() };
                    break;
                case "add":
                    mend = mend with { Adds = facts.Flag() };
                    break;
                case "remove":
                    mend = mend with { Removes = facts.Flag() };
                    break;
                case "reason":
                    mend = mend with { Reason = facts.Text() };
                    break;
                default:
                    throw new InvalidOperationException($"The overlay has no \"{member}\".");
            }
        }

        return (places, mend);
    }

    private void ReadWords(FactReader facts)
    {
        foreach (var name in facts.Members())
        {
            var (values, isOpen, ignoresCase, classes, marks) = (new List<string>(), false, false, false, "");
            foreach (var member in facts.Members())
            {
                switch (member)
                {
                    case "values":
                        values = facts.Texts();
                        break;
                    case "open":
                        isOpen = facts.Flag();
                        break;
                    case "ignoreCase":
                        ignoresCase = facts.Flag();
                        break;
                    case "classes":
                        classes = facts.Flag();
                        break;
                    case "expressions":
                        marks = facts.Text() ?? "";
                        break;
                    default:
                        facts.Skip();
                        break;
                }
            }

            var comparer = ignoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
            words.Add(name, new(values.ToHashSet(comparer), isOpen, marks) { NamesClasses = classes });
        }
    }
}
