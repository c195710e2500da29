using System.Runtime.CompilerServices;

namespace NetDsl;

/// <summary>A network being recorded.</summary>
public sealed class Net
{
    /// <summary>Starts a net.</summary>
    public Net(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Name = name;
        Location = new(file, line);
    }

    /// <summary>The model's name.</summary>
    public string Name { get; }

    /// <summary>Where the net was made.</summary>
    public SourceLocation Location { get; }
}
