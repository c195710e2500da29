using System.Collections.Immutable;
using NetDsl.Emit;

namespace NetDsl.Cli;

/// <summary>A model of a program, as <c>list</c> tells of it.</summary>
/// <param name="Net">What the model recorded.</param>
/// <param name="Size">Null if it cannot be emitted.</param>
/// <param name="Parameters">What its function can be told.</param>
internal sealed record ListedModel(Net Net, NetStatistics? Size, ImmutableArray<ModelParameter> Parameters);
