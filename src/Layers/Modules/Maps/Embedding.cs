using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using static NetDsl.Ops;

namespace NetDsl.Layers;

/// <summary>A vector for each class: the row of W that a class index points to.</summary>
/// <remarks>Written as a look-up in W, and emitted as one <c>linear</c> layer, which looks up what is sparse.</remarks>
/// <example><code>
/// var phones = net.Input("phones", [Dim.Batch, time], sparse: Dim.Feature("phones", 42));
/// var embedding = net.Add("embedding", new Embedding(Dim.Feature("embedded", 256)));
/// net.Output(embedding.Call(phones));
/// </code></example>
public sealed class Embedding : Module, IStep
{
    private readonly SourceLocation made;
    private readonly Initializer weightInit;

    /// <summary>An embedding.</summary>
    /// <param name="output">The feature dim that comes out.</param>
    /// <param name="classes">The classes that have vectors; those of the first input unless given.</param>
    /// <param name="weightInit">What W holds before the first step; Glorot-uniform unless given.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Embedding(
        Dim output,
        Dim? classes = null,
        Initializer? weightInit = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentNullException.ThrowIfNull(output);
        (Output, made) = (output, new(file, line));
        this.weightInit = weightInit ?? Initializer.GlorotUniform;
        if (classes is not null)
        {
            Prepare(classes);
        }
    }

    /// <summary>The feature dim that comes out.</summary>
    public Dim Output { get; }

    /// <summary>The classes that have vectors; null until they are known.</summary>
    public Dim? Classes { get; private set; }

    /// <summary><c>W</c>, shape [classes, output], Glorot-uniform unless said; null until the classes are known.</summary>
    public Parameter? Weight { get; private set; }

    /// <summary>Looks up: the output dim comes to the dims of the class indices.</summary>
    /// <param name="labels">Class indices, which say into which dim they point.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ModelException">They are no class indices, or of other classes, or have the output dim already.</exception>
    public Tensor Call(Tensor labels, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        using var call = Enter(labels, file, line);
        var weight = EnsureWeight(labels);
        labels.RequireRoomFor(Output, Classes, nameof(Embedding));
        return Gather(weight, labels, axis: Classes);
    }

    Tensor IStep.Call(Tensor x, string file, int line) => Call(x, file: file, line: line);

    [MemberNotNull(nameof(Classes))]
    private Parameter EnsureWeight(Tensor labels)
    {
        if (labels.Sparse is not { } sparse || labels.Type is not (DataType.Int32 or DataType.Int64))
        {
            throw Net.Stopped(ModuleDiagnostics.NotIndices(labels), labels);
        }

        if (Classes is null || Weight is null)
        {
            Prepare(sparse);
        }

        return ReferenceEquals(Classes, sparse)
            ? Weight
            : throw Net.Stopped(ModuleDiagnostics.OtherClasses(Classes, labels), labels);
    }

    [MemberNotNull(nameof(Classes), nameof(Weight))]
    private void Prepare(Dim classes)
    {
        Classes = classes;
        Weight = new Parameter([classes, Output], weightInit, name: "W", file: made.Path, line: made.Line);
    }
}
