namespace NetDsl.Emit;

/// <summary>Reports keys and names that come twice: the first hundred, for a text may hold millions.</summary>
internal sealed class RepeatedNames(ImportSource source, ICollection<Diagnostic> diagnostics)
{
    private int count;

    /// <summary>A key of a dict at an offset, and at an earlier one.</summary>
    public void ReportKey(int at, string key, int before)
    {
        if (count++ < ImportLimits.MostRepeatedNames)
        {
            diagnostics.Add(ImportDiagnostics.KeyTwice(source.At(at), key, source.At(before)));
        }
    }

    /// <summary>A top-level name at an offset, and at an earlier one.</summary>
    public void ReportName(int at, string name, int before)
    {
        if (count++ < ImportLimits.MostRepeatedNames)
        {
            diagnostics.Add(ImportDiagnostics.NameTwice(source.At(at), name, source.At(before)));
        }
    }
}
