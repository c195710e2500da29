using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace NetDsl;

/// <summary>RETURNN's layer classes by name.</summary>
public static class Layer
{
    /// <summary>
    /// Any layer class of RETURNN, for what NetDsl has no function for. Options are written as given; tensors among them become
    /// layer references, dims become axes.
    /// </summary>
    /// <param name="layerClass">The class name, such as <c>dropout</c>.</param>
    /// <param name="sources">What <c>from</c> lists.</param>
    /// <param name="dims">The dims of its output, as RETURNN will find them.</param>
    /// <param name="options">All other options.</param>
    /// <param name="type">What the output's entries are.</param>
    /// <param name="sparse">For class indices, the dim they point into.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">An option is given that the emitter writes itself.</exception>
    public static Tensor Raw(
        string layerClass,
        IReadOnlyList<Tensor> sources,
        Shape dims,
        DictValue? options = null,
        DataType type = DataType.Float32,
        Dim? sparse = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(layerClass);
        var given = options ?? DictValue.Empty;
        foreach (var own in (ReadOnlySpan<string>)["class", "from", "out_shape"])
        {
            if (given[own] is not null)
            {
                throw new ArgumentException($"The option \"{own}\" is written by NetDsl.", nameof(options));
            }
        }

        return Record(layerClass, sources, given, new(dims, type, sparse), new(file, line));
    }

    internal static Tensor Record(
        string layerClass,
        IReadOnlyList<Tensor> sources,
        DictValue options,
        Signature signature,
        SourceLocation location,
        string? moduleScopeSuffix = null
    )
    {
        var node = new LayerNode(layerClass, [.. sources], options, signature, References(options))
        {
            ScopeSuffix = moduleScopeSuffix ?? "",
            NamedAsModule = moduleScopeSuffix is not null,
        };
        return Record(node, location);
    }

    /// <summary>Records a layer that makes no variables: a function of tensors, whose dims the caller knows.</summary>
    internal static Tensor Function(
        string layerClass,
        ImmutableArray<Tensor> sources,
        DictValue options,
        Signature signature,
        SourceLocation location,
        Diagnostic? fault = null,
        string? title = null
    ) =>
        Record(
            new LayerNode(layerClass, sources, options, signature, References(options))
            {
                HasVariables = false,
                Fault = fault,
                Title = title,
            },
            location
        );

    /// <summary>Records a further result of a layer, under the name of its sub-layer (contract 3.4).</summary>
    internal static Tensor Part(Tensor layer, string name, Signature signature, SourceLocation location) =>
        Record(new LayerPartNode((LayerNode)layer.Node, name, signature, fault: null), location);

    /// <summary>Records a layer, or a part of one, in the net of what it reads.</summary>
    internal static Tensor Record(Node node, SourceLocation location)
    {
        var net = Net.Of(node.Inputs.AsSpan()) ?? throw Net.NothingRecording();
        return net.Record(node, location)[0];
    }

    /// <summary>The tensors that options name.</summary>
    internal static ImmutableArray<Tensor> References(DictValue options)
    {
        var referenced = ImmutableArray.CreateBuilder<Tensor>();
        Collect(options, referenced);
        return referenced.DrainToImmutable();
    }

    private static void Collect(OptionValue value, ImmutableArray<Tensor>.Builder tensors)
    {
        switch (value)
        {
            case TensorValue reference:
                tensors.Add(reference.Value);
                break;
            case SequenceValue sequence:
                foreach (var item in sequence.Items)
                {
                    Collect(item, tensors);
                }

                break;
            case DictValue dict:
                foreach (var (_, inner) in dict)
                {
                    Collect(inner, tensors);
                }

                break;
        }
    }
}
