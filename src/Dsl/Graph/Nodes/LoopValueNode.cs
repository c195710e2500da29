using System.Collections.Immutable;

namespace NetDsl;

/// <summary>What is another value in each step of a loop before anything is computed: a frame, a state, the number of the step.</summary>
internal abstract class LoopValueNode(ImmutableArray<Tensor> inputs) : Node(inputs);
