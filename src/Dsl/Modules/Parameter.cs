using System.Runtime.CompilerServices;

namespace NetDsl;

/// <summary>
/// A variable of the net: kept from step to step and saved in checkpoints. It is a tensor; reading it gives the value it had when
/// the step began.
/// </summary>
/// <remarks>
/// Its name comes from the property or field of the module that holds it: <c>encoder.norm.RunningMean</c> is
/// <c>encoder/norm/running_mean</c> in checkpoints. Parameters outside of modules need a name.
/// </remarks>
public sealed class Parameter : Tensor
{
    /// <summary>A parameter of the given dims.</summary>
    /// <param name="dims">Static dims; an empty list for a scalar.</param>
    /// <param name="initial">What it holds before the first step; Glorot-uniform unless given, or 0 if auxiliary or a vector.</param>
    /// <param name="auxiliary">Not trained but saved: running statistics, counters. Only these can be assigned.</param>
    /// <param name="type">What its entries are.</param>
    /// <param name="name">Its name below the module, where the property's name shall not decide; <c>/</c> separates scopes.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">A dim has no fixed size.</exception>
    public Parameter(
        Shape dims,
        Initializer? initial = null,
        bool auxiliary = false,
        DataType type = DataType.Float32,
        string? name = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
        : base(new ParameterNode(new(file, line)), 0, new(Static(dims), type))
    {
        ((ParameterNode)Node).Own(this);
        Initial = initial ?? Default(dims, auxiliary, type);
        IsAuxiliary = auxiliary;
        Name = name;
        Net.Recording?.Know(this);
    }

    /// <summary>What it holds before the first step.</summary>
    public Initializer Initial { get; }

    /// <summary>Whether it is saved but not trained.</summary>
    public bool IsAuxiliary { get; }

    /// <summary>What is done with it in training; the module's, where it says nothing. Auxiliary parameters have none.</summary>
    public ParameterOptions? Options { get; set; }

    /// <summary>The name given by the user, if any.</summary>
    internal string? Name { get; }

    /// <summary>
    /// Replaces the parameter's value, once, after everything in this step that reads it. Recorded inside a
    /// <see cref="Ops.Cond(Tensor, Func{Tensor}, Func{Tensor}, string, int)"/> it happens only if that branch runs.
    /// Several assignments to one parameter run in the order they are recorded.
    /// </summary>
    /// <param name="value">Dims among the parameter's; missing ones are repeated.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void Assign(Tensor value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Ops.Assign(this, value, AssignOperator.Assign, new(file, line));

    /// <summary>Adds to the parameter's value, once, after everything in this step that reads it; as <see cref="Assign"/> otherwise.</summary>
    /// <param name="value">Dims among the parameter's; missing ones are repeated.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void AssignAdd(Tensor value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Ops.Assign(this, value, AssignOperator.Add, new(file, line));

    private static Initializer Default(Shape dims, bool auxiliary, DataType type) =>
        type != DataType.Float32 ? 0
        : auxiliary || dims.Count < 2 ? 0.0
        : Initializer.GlorotUniform;

    private static Shape Static(Shape dims) =>
        dims.FirstOrDefault(dim => dim.Size is null) is { } dynamic
            ? throw new ArgumentException(
                $"A parameter needs dims of fixed size, but {dynamic} has none.",
                nameof(dims)
            )
            : dims;
}
