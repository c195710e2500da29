namespace NetDsl.Emit;

/// <summary>A place in a layer's dict that names something else.</summary>
/// <param name="Option">The option, and the keys inside it: <c>from</c>, <c>reuse_params/map/W/layer_output</c>.</param>
/// <param name="Index">Which item of a list, or 0.</param>
/// <param name="Text">What is written; of a reference that nobody wrote, what RETURNN takes for it.</param>
/// <param name="IsPrevious">Whether the value of the step before is meant (<c>prev:</c>).</param>
/// <param name="Target">What it stands for.</param>
internal sealed record NetReference(string Option, int Index, string Text, bool IsPrevious, ReferenceTarget Target)
{
    /// <summary>When RETURNN needs what is named.</summary>
    public ReferenceNeed Need { get; init; } = ReferenceNeed.Before;

    /// <summary>Whether it is RETURNN's default: nothing is written there.</summary>
    public bool IsImplicit { get; init; }

    /// <summary>Whether it is needed at some time, not first: values of the step before, parameters of others, layers made anew.</summary>
    public bool IsDelayed => IsPrevious || Need is ReferenceNeed.Parameters or ReferenceNeed.Anew;
}
