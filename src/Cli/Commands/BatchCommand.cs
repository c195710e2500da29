using System.Collections.Immutable;
using NetDsl.Emit;

namespace NetDsl.Cli;

/// <summary>Emits all models into a folder, with a manifest; what is right is written also if another model is wrong.</summary>
internal sealed class BatchCommand(CliHost host, GlobalSettings globals, EmitSettings settings, EmitOptions options)
{
    private readonly string folder = settings.OutputFolder!;

    public int Run(IReadOnlyList<Func<Net>> models, Report report)
    {
        if (!settings.Verify)
        {
            OutputFolder.Create(host, folder);
        }

        var results = new BatchEmitter(host, settings, options).Run(models);
        Report(results, report);
        var manifest = BatchManifest.Write(results);
        if (settings.Verify)
        {
            return Compare(results, manifest, report);
        }

        // With some models only, the manifest would lose the others.
        if (settings.Models.IsEmpty && !IsThere(manifest))
        {
            new AtomicFile(host).Write(Path.Combine(folder, BatchManifest.File), manifest);
        }

        if (globals.Verbose)
        {
            Summarize(results);
        }

        return report.Outcome;
    }

    private int Compare(ImmutableArray<BatchResult> results, byte[] manifest, Report report)
    {
        if (report.HasErrors)
        {
            return report.Outcome;
        }

        string[] different =
        [
            .. results.Where(result => result is { File: not null, IsUpToDate: false }).Select(result => result.File!),
            .. settings.Models.IsEmpty && !IsThere(manifest) ? [BatchManifest.File] : Array.Empty<string>(),
        ];
        if (different.Length == 0)
        {
            return ExitCode.Done;
        }

        report.Add(ToolDiagnostics.FilesOutOfDate(folder, different));
        return ExitCode.Different;
    }

    private bool IsThere(byte[] manifest)
    {
        var path = host.FullPath(Path.Combine(folder, BatchManifest.File));
        return File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(manifest);
    }

    // A model that threw has no name: it may be one that was meant, if one of these is missing.
    private void Report(ImmutableArray<BatchResult> results, Report report)
    {
        string[] known = [.. results.Select(result => result.Model).OfType<string>()];
        string[] unknown = [.. settings.Models.Except(known)];
        var areAllNamed = !settings.Models.IsEmpty && unknown.Length == 0;
        var told = results.Where(result => result.Model is not null || !areAllNamed).ToList();
        report.Add(told.SelectMany(result => result.Diagnostics).Distinct());
        if (told.TrueForAll(result => result.Model is not null))
        {
            foreach (var name in unknown)
            {
                report.Add(ToolDiagnostics.UnknownModel(name, known, Spelling.Closest(name, known)));
            }
        }
    }

    private void Summarize(ImmutableArray<BatchResult> results)
    {
        var emitted = results.Count(result => result.File is not null);
        var written = results.Count(result => result is { File: not null, IsUpToDate: false });
        host.Error.WriteLine(
            FormattableString.Invariant(
                $"netdsl: {emitted} models: {written} written, {emitted - written} as they were"
            )
        );
    }
}
