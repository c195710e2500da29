namespace NetDsl.Emit;

/// <summary>Compares the options of two layers, and values outside of layers.</summary>
internal sealed class OptionComparison
{
    private const int Deepest = 8;

    private readonly Wiring wiring;
    private readonly CanonicalText old;
    private readonly CanonicalText @new;
    private readonly CanonicalText dimless = new(_ => "layer", _ => "dim");

    internal OptionComparison(DimMatching dims, Wiring wiring)
    {
        this.wiring = wiring;
        old = new(_ => "layer", dims.OldText);
        @new = new(_ => "layer", dims.NewText);
    }

    /// <summary>The options that differ.</summary>
    /// <param name="before">The old layer.</param>
    /// <param name="after">The new layer.</param>
    /// <param name="followsOthers">Whether a layer before this one was edited: then dims that differ come from there.</param>
    internal List<OptionChange> Compare(NetLayer before, NetLayer after, bool followsOthers)
    {
        var changes = new List<OptionChange>();
        var values = MeantOptions.Of(after).ToDictionary(option => option.Key, option => option.Value);
        foreach (var (option, value) in MeantOptions.Of(before))
        {
            if (!values.Remove(option, out var other))
            {
                AddGone(changes, before, after, option, value);
            }
            else if (!IsSame(before, after, option, value, other, followsOthers))
            {
                changes.Add(Shown(option, value, other));
            }
        }

        foreach (var (option, value) in values)
        {
            if (!Follows(option, value, followsOthers) && !IsOnlyRead(before, after, option))
            {
                changes.Add(Shown(option, before.Options[option], value));
            }
        }

        changes.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        return changes;
    }

    /// <summary>The places inside two values at which they differ.</summary>
    internal IEnumerable<OptionChange> Compare(string path, OptionValue? before, OptionValue? after, int depth = 0)
    {
        if (before is not null && after is not null && old.Of(path, before) == @new.Of(path, after))
        {
            return [];
        }

        return before is DictValue first && after is DictValue second && depth < Deepest
            ? Keys(first)
                .Union(Keys(second))
                .SelectMany(key => Compare($"{path}.{key}", first[key], second[key], depth + 1))
            : [Shown(path, before, after)];
    }

    private static IEnumerable<string> Keys(DictValue dict) =>
        dict.Select(entry => entry.Key).OfType<StringValue>().Select(key => key.Value);

    private void AddGone(List<OptionChange> changes, NetLayer before, NetLayer after, string option, OptionValue? value)
    {
        if (!IsOnlyRead(before, after, option))
        {
            // A default that is written out is what the option is now.
            changes.Add(Shown(option, value, after.Options[option]));
        }
    }

    // An option that names layers, all of which came or went.
    private bool IsOnlyRead(NetLayer before, NetLayer after, string option) =>
        IsOfReferences(option)
        && before.References.Concat(after.References).Any(reference => reference.Option == option)
        && wiring.ReadsSame(before, after, option);

    private static bool IsOfReferences(string option) => option is "from" or "control_dependencies_on_output";

    private bool IsSame(
        NetLayer before,
        NetLayer after,
        string option,
        OptionValue? value,
        OptionValue? other,
        bool followsOthers
    )
    {
        if (!wiring.ReadsSame(before, after, option))
        {
            return false;
        }

        return (IsOfReferences(option) && before.References.Any(r => r.Option == option))
            || old.Of(before, option, value) == @new.Of(after, option, other)
            || (
                Follows(option, other, followsOthers)
                && (option == "out_shape" || dimless.Of(before, option, value) == dimless.Of(after, option, other))
            );
    }

    // Only the layer's own dim is its own choice.
    private static bool Follows(string option, OptionValue? value, bool followsOthers) =>
        followsOthers && option is not "out_dim" && (option == "out_shape" || HoldsDims(value));

    private static bool HoldsDims(OptionValue? value) =>
        value switch
        {
            DimValue => true,
            SequenceValue sequence => sequence.Items.Any(HoldsDims),
            DictValue dict => dict.Any(entry => HoldsDims(entry.Key) || HoldsDims(entry.Value)),
            _ => false,
        };

    private static OptionChange Shown(string name, OptionValue? before, OptionValue? after)
    {
        var (from, to) = (before is null ? null : ShownValue.Of(before), after is null ? null : ShownValue.Of(after));
        return new(name, from, to);
    }
}
