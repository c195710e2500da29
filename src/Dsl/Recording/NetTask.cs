namespace NetDsl;

/// <summary>What a net is recorded for. One model can be recorded for each; its parameters are the same in all.</summary>
public enum NetTask
{
    /// <summary>To be trained and evaluated: what the data say is there.</summary>
    Train,

    /// <summary>To compute outputs from inputs.</summary>
    Forward,

    /// <summary>To find the best labels: nobody knows what they shall be.</summary>
    Search,
}
