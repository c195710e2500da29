namespace NetDsl.Cli;

/// <summary>
/// How the tool gets the models of a program. A model program is an ordinary program whose last statement is
/// <c>return NetDslCli.Run(args, A, B)</c>: only that call knows the models, and the tool can only run the program's
/// entry point, which it cannot pass anything but strings. So the tool leaves a place for the models, and
/// <c>NetDslCli.Run</c> fills it instead of acting on its arguments.
/// <para>
/// The place is the one ambient value of the tool. Reflection over the program for functions that return a Net would need
/// no such value, but would find helpers, miss lambdas, and not know the order. Being asynchronously local, the value is
/// seen by this run's program alone, through awaits, too: two programs can be loaded on two threads.
/// </para>
/// </summary>
internal sealed class ModelCapture
{
    private static readonly AsyncLocal<ModelCapture?> current = new();

    private readonly List<Delegate> models = [];

    private ModelCapture() { }

    /// <summary>The models that a program hands over while it runs.</summary>
    public static IReadOnlyList<Delegate> During(Action program)
    {
        var capture = new ModelCapture();
        var before = current.Value;
        current.Value = capture;
        try
        {
            program();
        }
        finally
        {
            current.Value = before;
        }

        return capture.models;
    }

    /// <summary>Hands models to the tool that runs this program; false if it runs by itself.</summary>
    public static bool TryTake(IEnumerable<Delegate> models)
    {
        if (current.Value is not { } capture)
        {
            return false;
        }

        capture.models.AddRange(models);
        return true;
    }
}
