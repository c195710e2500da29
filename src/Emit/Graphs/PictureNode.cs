namespace NetDsl.Emit;

/// <summary>A box in a picture: a layer, an input, or something that holds others.</summary>
/// <param name="kind">What it is.</param>
/// <param name="label">Its name within its holder.</param>
/// <param name="path">Its name in the net.</param>
/// <param name="parent">What holds it; null for the net.</param>
internal sealed class PictureNode(PictureKind kind, string label, string path, PictureNode? parent)
{
    /// <summary>Its place among all, a holder before what it holds.</summary>
    internal int Id { get; set; }

    internal PictureKind Kind { get; } = kind;

    internal string Label { get; private set; } = label;

    internal string Path { get; } = path;

    internal PictureNode? Parent { get; private set; } = parent;

    internal List<PictureNode> Children { get; } = [];

    /// <summary>RETURNN's class; empty for modules and inputs.</summary>
    internal string Class { get; init; } = "";

    /// <summary>The dims of its output; empty if they are not known.</summary>
    internal string Dims { get; init; } = "";

    /// <summary>Options that say something, one a line.</summary>
    internal string Options { get; init; } = "";

    /// <summary>The line that made it; empty if that is not known.</summary>
    internal string Source { get; init; } = "";

    /// <summary>Names and shapes of its variables.</summary>
    internal IReadOnlyList<string> Variables { get; init; } = [];

    /// <summary>The numbers in its variables and in those of all that it holds.</summary>
    internal long Parameters { get; set; }

    /// <summary>How many layers it is or holds.</summary>
    internal int Layers { get; set; }

    /// <summary>Whether RETURNN never builds it.</summary>
    internal bool IsDead { get; init; }

    /// <summary>What was done to it since the older net; empty for nothing.</summary>
    internal string Change { get; init; } = "";

    /// <summary>How many nodes below it were changed.</summary>
    internal int Changes { get; set; }

    /// <summary>How many holders are around it; the net's own is 0.</summary>
    internal int Depth => Parent is null ? 0 : Parent.Depth + 1;

    /// <summary>Whether it is drawn with what it holds.</summary>
    internal bool IsOpen { get; set; }

    /// <summary>Whether there is something inside.</summary>
    internal bool IsHolder => Children.Count > 0;

    /// <summary>Puts what it holds in its own place.</summary>
    internal void Dissolve()
    {
        var place = Parent!.Children.IndexOf(this);
        Parent.Children.RemoveAt(place);
        Parent.Children.InsertRange(place, Children);
        foreach (var child in Children)
        {
            (child.Parent, child.Label) = (Parent, $"{Label}.{child.Label}");
        }
    }
}
