namespace NetDsl.Layers;

/// <summary>What a rule may ask about the graph around a match.</summary>
internal interface IFusionContext
{
    /// <summary>The variable name of a parameter.</summary>
    string NameOf(Parameter parameter);

    /// <summary>The dotted path of the module in which a node was recorded; empty outside of modules.</summary>
    string ModulePathOf(Node node);

    /// <summary>Whether a layer in the place of a node may make its own variables, in this scope.</summary>
    bool MayMakeVariables(Node place, string scope);

    /// <summary>What is done with a parameter in training.</summary>
    ParameterOptions OptionsOf(Parameter parameter);

    /// <summary>What reads or assigns a parameter outside of the match, or null.</summary>
    ParameterUse? OtherUseOf(Parameter parameter);

    /// <summary>A node outside of the match that yields a tensor with a dynamic dim, or null.</summary>
    Node? OtherHolderOf(Dim dim);

    /// <summary>
    /// A node behind the match that would see what stands in padding frames along a dim: an unmasked reduction, or a layer that may look
    /// at neighbouring frames. Null if padding stays padding.
    /// </summary>
    Node? PaddingReader(Dim dim);
}
