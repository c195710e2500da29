using System.Globalization;

namespace NetDsl.Cli;

/// <summary>How far a long work is, on standard error: only where somebody looks at it, and only after a second.</summary>
internal sealed class ProgressBar : IDisposable
{
    private const int Cells = 30;

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan pace = TimeSpan.FromMilliseconds(100);

    private readonly CliHost host;
    private readonly int total;
    private readonly Timer? timer;
    private readonly Lock gate = new();
    private int done;
    private bool isShown;
    private bool isOver;

    public ProgressBar(CliHost host, int total)
    {
        (this.host, this.total) = (host, total);
        timer = host.ErrorIsTerminal ? new Timer(_ => Show(), state: null, patience, pace) : null;
    }

    /// <summary>One more is done.</summary>
    public void Advance() => Interlocked.Increment(ref done);

    /// <summary>Takes the bar away.</summary>
    public void Dispose()
    {
        timer?.Dispose();
        lock (gate)
        {
            isOver = true;
            if (isShown)
            {
                host.Error.Write($"\r{new string(' ', Cells + 30)}\r");
            }
        }
    }

    /// <summary>The bar as text.</summary>
    internal static string Text(int done, int total)
    {
        var filled = (int)((long)Cells * done / Math.Max(total, 1));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"[{new string('#', filled)}{new string('.', Cells - filled)}] {done} of {total}"
        );
    }

    private void Show()
    {
        lock (gate)
        {
            if (!isOver)
            {
                isShown = true;
                host.Error.Write($"\r{Text(Volatile.Read(ref done), total)}");
            }
        }
    }
}
