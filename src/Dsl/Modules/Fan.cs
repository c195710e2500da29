namespace NetDsl;

/// <summary>
/// Which neighbours of a unit decide how large its weights begin. Of a matrix [in, out] they are the rows or the columns; of a filter
/// [window..., in, out] each counts once for each place of the window; of a vector both are its size.
/// </summary>
public enum Fan
{
    /// <summary>Those it reads, so that values keep their variance on the way forward.</summary>
    In,

    /// <summary>Those that read it, so that gradients keep their variance on the way back.</summary>
    Out,

    /// <summary>The mean of both.</summary>
    Average,
}
