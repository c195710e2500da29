namespace NetDsl.Cli;

/// <summary>What the system says when something cannot be written, in the words of the tool.</summary>
internal static class WriteFailure
{
    /// <summary>
    /// Without the path in the system's words: it may be that of a temporary file, which says nothing to the user and is another one
    /// each time.
    /// </summary>
    /// <param name="path">What could not be written, as the user wrote it.</param>
    /// <param name="error">What the system says.</param>
    public static ModelException Of(string path, Exception error) =>
        ToolDiagnostics.OutputNotWritable(path, (error.InnerException ?? error).Message.Split(" : '")[0]).ToException();
}
