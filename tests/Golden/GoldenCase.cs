using Newtonsoft.Json.Linq;

namespace NetDsl.Tests.Golden;

/// <summary>A small net and what RETURNN made of it; <c>tests/Golden/README.md</c> tells how it was recorded.</summary>
internal sealed record GoldenCase
{
    public required string Name { get; init; }

    /// <summary>Why the case exists; empty for the JSON cases.</summary>
    public required string About { get; init; }

    /// <summary>The config as text: Python, or JSON for a case of <c>cases_json</c>.</summary>
    public required string Config { get; init; }

    /// <summary>By path; layers of a cond branch as <c>c/true_layer/name</c>.</summary>
    public required IReadOnlyDictionary<string, GoldenLayer> Layers { get; init; }

    public required IReadOnlyDictionary<string, GoldenParameter> Parameters { get; init; }

    /// <summary>The numbers in all parameters, trainable or not.</summary>
    public required int NumParams { get; init; }

    /// <summary>All TensorFlow operations of the training graph.</summary>
    public required int Ops { get; init; }

    /// <summary>How many of them are fused batch-norm operations, by kind.</summary>
    public required IReadOnlyDictionary<string, int> FusedBatchNormOps { get; init; }

    /// <summary>Null if the case has no loss.</summary>
    public required double? EvalLossBefore { get; init; }

    /// <summary>The objective, summed over frames, of each training step; empty if the case has no loss.</summary>
    public required IReadOnlyList<double> TrainLosses { get; init; }

    /// <summary>Inputs, lengths, parameters and each layer's output with the train flag off and on.</summary>
    public required JObject Values { get; init; }
}
