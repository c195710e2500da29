namespace NetDsl.Cli;

internal static class Program
{
    private static int Main(string[] args) => ProcessRunner.Run(args, models: null);
}
