using System.Runtime.CompilerServices;

namespace NetDsl.Layers;

/// <summary>A module that maps one tensor to one tensor, with nothing else to be told: what <see cref="Sequential"/> is made of.</summary>
public interface IStep
{
    /// <summary>Records the module's work.</summary>
    /// <param name="x">What goes in.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    Tensor Call(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0);
}
