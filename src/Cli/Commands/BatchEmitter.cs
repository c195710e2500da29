using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NetDsl.Emit;

namespace NetDsl.Cli;

/// <summary>
/// Emits all models of a program, a file each, on all processors. A model is recorded, written and let go before the next one, so
/// that thousands of them need the memory of a few.
/// </summary>
internal sealed class BatchEmitter(CliHost host, EmitSettings settings, EmitOptions options)
{
    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Not the nets: each is let go.
    private readonly ConcurrentDictionary<string, Claim> byFile = new(StringComparer.OrdinalIgnoreCase);
    private readonly string folder = settings.OutputFolder!;

    /// <summary>Emits the models.</summary>
    /// <param name="models">Not run yet.</param>
    /// <returns>What became of each, in their order.</returns>
    public ImmutableArray<BatchResult> Run(IReadOnlyList<Func<Net>> models)
    {
        var results = new BatchResult[models.Count];
        var next = -1;
        using var progress = new ProgressBar(host, models.Count);

        // Around all of them: threads that set the console back one after the other would give it away too early.
        using var scope = new ModelScope(host);
        var workers = new Thread[Math.Min(models.Count, Environment.ProcessorCount)];
        for (var worker = 0; worker < workers.Length; worker++)
        {
            workers[worker] = new Thread(Work, ProcessRunner.StackSize) { IsBackground = true, Name = "netdsl emit" };
            workers[worker].Start();
        }

        foreach (var worker in workers)
        {
            worker.Join();
        }

        host.Cancellation.ThrowIfCancellationRequested();
        return [.. results];

        void Work()
        {
            int index;
            while (
                (index = Interlocked.Increment(ref next)) < models.Count && !host.Cancellation.IsCancellationRequested
            )
            {
                results[index] = Attempt(models[index], index);
                progress.Advance();
            }
        }
    }

    private BatchResult Attempt(Func<Net> model, int index)
    {
        string? name = null;
        try
        {
            var net = Recorded(model) ?? throw ToolDiagnostics.ModelReturnedNothing(index + 1).ToException();
            name = net.Name;
            return settings.Models.IsEmpty || settings.Models.Contains(name)
                ? Emit(net)
                : new BatchResult(name) { IsSkipped = true };
        }
        catch (ModelException end)
        {
            return new BatchResult(name) { Diagnostics = end.Diagnostics };
        }
        catch (OperationCanceledException)
        {
            return new BatchResult(null);
        }
        catch (OutOfMemoryException)
        {
            return new BatchResult(name) { Diagnostics = [ToolDiagnostics.OutOfMemory()] };
        }
#pragma warning disable CA1031 // The edge of a thread: what arrives here is a bug, and is reported as one.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            return new BatchResult(name) { Diagnostics = [ToolDiagnostics.InternalBug(bug)] };
        }
    }

    // In a flow of its own: the net being recorded is ambient, and must not be there for the next model.
    private static Net? Recorded(Func<Net> model)
    {
        Net? net = null;
        ExecutionContext.Run(ExecutionContext.Capture()!, _ => net = ModelCode.CallInScope(model), state: null);
        return net;
    }

    private BatchResult Emit(Net net)
    {
        var file = net.Name + (options.Format == ConfigFormat.Json ? ".json" : ".py");
        if (!IsFileName(net.Name) || file.Equals(BatchManifest.File, StringComparison.OrdinalIgnoreCase))
        {
            throw ToolDiagnostics.ModelNameIsNoFile(net).ToException();
        }

        var own = new Claim(net.Name, net.Location);
        var first = byFile.GetOrAdd(file, own);
        if (!ReferenceEquals(first, own))
        {
            throw (
                first.Model == net.Name
                    ? ToolDiagnostics.DuplicateModel(first.Location, net)
                    : ToolDiagnostics.ModelNameIsNoFile(net)
            ).ToException();
        }

        var emission = host.Emitter(net, options);
        var bytes = utf8.GetBytes(emission.Text);
        var path = Path.Combine(folder, file);
        var isUpToDate = IsUpToDate(path, bytes);
        if (!isUpToDate && !settings.Verify)
        {
            new AtomicFile(host).Write(path, bytes, isOneOfMany: true);
        }

        return new BatchResult(net.Name)
        {
            File = file,
            Hash = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            IsUpToDate = isUpToDate,
            Diagnostics = [.. emission.Diagnostics],
        };
    }

    private bool IsUpToDate(string path, byte[] bytes)
    {
        var file = new FileInfo(host.FullPath(path));
        return file.Exists
            && file.Length == bytes.Length
            && File.ReadAllBytes(file.FullName).AsSpan().SequenceEqual(bytes);
    }

    // What every system has, and what stays in the folder.
    private static bool IsFileName(string name) =>
        name.Length <= 200
        && name[0] is not '.'
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '=');

    /// <summary>Who has the name of a file.</summary>
    private sealed class Claim(string model, SourceLocation location)
    {
        internal string Model => model;

        internal SourceLocation Location => location;
    }
}
