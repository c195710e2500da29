namespace NetDsl.Emit;

/// <summary>Why a reference stands for nothing.</summary>
internal enum ReferenceFault
{
    /// <summary>The scope has no layer of that name.</summary>
    NoLayer,

    /// <summary>More <c>base:</c> than nets around.</summary>
    NoParent,

    /// <summary>The input of a net whose layer has no sources (contract 3.4).</summary>
    NoInput,

    /// <summary>No such key in <c>extern_data</c>.</summary>
    NoData,

    /// <summary><c>prev:</c> or <c>:i</c> where no loop is.</summary>
    NoLoop,

    /// <summary><c>prev:</c> twice.</summary>
    PreviousTwice,
}
