namespace NetDsl.Emit;

/// <summary>A list, tuple, set or dict while a config is run: an object that several names can stand for.</summary>
internal sealed class PythonContainer(PythonContainerKind kind)
{
    private Dictionary<OptionValue, int>? index;

    public PythonContainerKind Kind => kind;

    /// <summary>What it holds, in order.</summary>
    public List<PythonItem> Items { get; } = [];

    /// <summary>Where the statement is that changed it last.</summary>
    public int ChangedAt { get; set; }

    /// <summary>Whether code that was not run may have changed it.</summary>
    public bool IsUnknown { get; set; }

    /// <summary>Whether some of its keys are known only to Python: what is in it cannot be found, then.</summary>
    public bool HasCodeKeys { get; set; }

    public bool HasKeys => kind is PythonContainerKind.Dict or PythonContainerKind.Set;

    /// <summary>Where a key is, or -1.</summary>
    public int IndexOf(OptionValue key)
    {
        index ??= Items.Index().ToDictionary(entry => entry.Item.Key!, entry => entry.Index);
        return index.GetValueOrDefault(key, -1);
    }

    /// <summary>Adds an item, or puts it in the place of the one with its key.</summary>
    public void Add(PythonItem item)
    {
        if (item.Key is { } key && HasKeys)
        {
            if (IndexOf(key) is >= 0 and var at)
            {
                Items[at] = item;
                return;
            }

            index!.Add(key, Items.Count);
        }

        Items.Add(item);
    }

    /// <summary>Replaces all items.</summary>
    public void Set(IEnumerable<PythonItem> items)
    {
        var all = items.ToList();
        Items.Clear();
        Items.AddRange(all);
        index = null;
    }
}
