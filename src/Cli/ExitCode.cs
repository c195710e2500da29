namespace NetDsl.Cli;

/// <summary>What the process says to its caller; the numbers are part of the command line's promise.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Errors = 1;
    public const int Different = 2;
    public const int Usage = 64;
    public const int Bug = 70;
    public const int Interrupted = 130;
}
