using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary>One <c>rec</c> layer with a unit that RETURNN knows by its name: what recurrent modules have in common.</summary>
/// <param name="Module">Who records it, for messages.</param>
/// <param name="Unit">RETURNN's name of the unit.</param>
/// <param name="Output">The feature dim that comes out.</param>
internal sealed record RecLayer(string Module, string Unit, Dim Output)
{
    /// <summary>Whether it runs from the end of each sequence to its start.</summary>
    internal bool Backward { get; init; }

    /// <summary>How often an entry of the input is dropped in training.</summary>
    internal double Dropout
    {
        get;
        init => field = Probability.Checked(value, "dropout");
    }

    /// <summary>Whether the state before the first frame is trained, where none is given.</summary>
    internal bool LearnedInitialState { get; init; }

    /// <summary>What only this unit takes; empty for nothing.</summary>
    internal DictValue UnitOptions { get; init; } = DictValue.Empty;

    /// <summary>Records the layer. Several sources are concatenated in the feature dim.</summary>
    /// <param name="sources">Each with a feature dim and the same other dims.</param>
    /// <param name="initial">The parts of the state before the first frame, each under its key; null for 0, or the trained one.</param>
    /// <param name="location">The user's line.</param>
    internal Tensor Record(ImmutableArray<Tensor> sources, InitialState? initial, SourceLocation location)
    {
        var x = sources[0];
        var feature = x.RequireFeature(Module);
        var time = x.RequireOneDynamic(Module);
        var rest = x.Dims.Except(time, feature);
        var options = Written(initial);

        // RETURNN puts the variables below "rec" unless the layer has a name_scope (contract 8): keep its names.
        var node = new LayerNode(
            "rec",
            sources,
            options,
            new([time, .. rest, Output], DataType.Float32),
            Layer.References(options)
        )
        {
            ScopeSuffix = "rec",
            NamedAsModule = true,
            Fault = initial?.Fault(Module, [.. rest, Output]),
        };
        return Layer.Record(node, location);
    }

    /// <summary>
    /// Records one step inside a loop: RETURNN's layer sees no time there, and keeps its state from step to step itself (rec.py,
    /// transform_source_and_axis).
    /// </summary>
    /// <param name="step">The step of the loop.</param>
    /// <param name="sources">Each with a feature dim and the same other dims.</param>
    /// <param name="initial">The parts of the state before the first step; null for 0, or the trained one.</param>
    /// <param name="location">The user's line.</param>
    internal Tensor RecordStep(
        LoopStep step,
        ImmutableArray<Tensor> sources,
        InitialState? initial,
        SourceLocation location
    )
    {
        if (Backward)
        {
            throw new InvalidOperationException($"A {Module} that runs backward has no steps.");
        }

        step.RequireHere();
        var x = sources[0];
        Shape rest = x.Dims.Except(x.RequireFeature(Module));
        var options = Written(initial);
        var node = new LayerNode(
            "rec",
            sources,
            options,
            new([.. rest, Output], DataType.Float32),
            Layer.References(options)
        )
        {
            ScopeSuffix = "rec",
            NamedAsModule = true,
            KeepsState = true,
            Fault = initial?.Fault(Module, [.. rest, Output]),
        };
        return Layer.Record(node, location);
    }

    /// <summary>Records a part of the state after the last frame; of several layers, one after the other in the feature dim.</summary>
    /// <param name="layers">What <see cref="Record"/> answered.</param>
    /// <param name="input">What the layers read.</param>
    /// <param name="key">The part, <c>h</c> or <c>c</c> of an LSTM; <c>*</c> for a state of one part.</param>
    /// <param name="output">The feature dim that comes out.</param>
    /// <param name="location">The user's line.</param>
    internal Tensor LastState(
        ImmutableArray<Tensor> layers,
        Tensor input,
        string key,
        Dim output,
        SourceLocation location
    )
    {
        var options = OptionValue.Dict(("key", key));
        if (layers.Length > 1)
        {
            options = options.With("combine", "concat");
        }

        // The layer demands [batch, features] of the state.
        var fits = input.Dims.Count == 3 && input.Dims.Contains(Dim.Batch);
        return Layer.Function(
            "get_last_hidden_state",
            layers,
            options.With("out_dim", output),
            new([Dim.Batch, output], DataType.Float32),
            location,
            fits ? null : RecurrentDiagnostics.LastState(Module, input)
        );
    }

    private DictValue Written(InitialState? initial)
    {
        var options = OptionValue.Dict(("unit", Unit));
        if (UnitOptions.Count > 0)
        {
            options = options.With("unit_opts", UnitOptions);
        }

        if (Backward)
        {
            options = options.With("direction", -1);
        }

        if (initial is not null)
        {
            options = options.With("initial_state", initial.Value);
        }
        else if (LearnedInitialState)
        {
            options = options.With("initial_state", "var");
        }

        if (Dropout > 0)
        {
            // RETURNN would drop the same entries in all frames and sequences.
            options = options.With("dropout", Dropout).With("dropout_noise_shape", NoiseShape.All);
        }

        return options.With("out_dim", Output);
    }
}
