using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace NetDsl.Cli;

/// <summary>
/// Compiled scripts on disk, by a hash of all that goes into them. It never fails: what cannot be read is compiled again,
/// what cannot be written is not kept.
/// </summary>
/// <param name="folder">Ours alone; null if there is no place for it, and then nothing is kept.</param>
internal sealed class ScriptCache(string? folder)
{
    private const int MaxEntries = 256;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The user's cache: <c>$XDG_CACHE_HOME/netdsl</c> or <c>~/.cache/netdsl</c>.</summary>
    public static ScriptCache Of(CliHost host)
    {
        // A relative XDG_CACHE_HOME is to be ignored, says its specification.
        var root = host.Variable("XDG_CACHE_HOME") is { } cache && Path.IsPathFullyQualified(cache) ? cache : null;
        var home = host.Variable("HOME") ?? host.Variable("USERPROFILE");
        if (root is null && home is not null && Path.IsPathFullyQualified(home))
        {
            root = Path.Combine(home, ".cache");
        }

        return new ScriptCache(root is null ? null : Path.Combine(root, "netdsl"));
    }

    /// <summary>The entry for a source: its text and place, the tool and the runtime.</summary>
    public static string KeyOf(ScriptSource source)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(RuntimeInformation.FrameworkDescription);
        foreach (var name in ToolAssemblies.Names)
        {
            Append(ToolAssemblies.Load(name).ManifestModule.ModuleVersionId.ToString("N"));
        }

        // Locations hold the path. The other options are in the source itself, as directives.
        Append(source.FullPath);
        hash.AppendData(SHA256.HashData(source.Bytes));
        foreach (var file in source.Included)
        {
            Append(file.FullPath);
            hash.AppendData(SHA256.HashData(file.Bytes));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Append(string text)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text));
            hash.AppendData([0]);
        }
    }

    /// <summary>What was kept under a key; null if there is nothing, or nothing whole.</summary>
    public CompiledScript? Find(string key)
    {
        if (folder is null)
        {
            return null;
        }

        try
        {
            return IsOurs(folder) ? CacheEntry.Read(File.ReadAllBytes(PathOf(folder, key))) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps a script if that is possible.</summary>
    public void Keep(string key, CompiledScript script)
    {
        if (folder is null)
        {
            return;
        }

        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else
            {
                Directory.CreateDirectory(folder, OwnerOnly);
                File.SetUnixFileMode(folder, OwnerOnly);
            }

            Replace(PathOf(folder, key), CacheEntry.Write(script));
            Prune(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // No place to keep it: it is compiled again next time.
        }
    }

    /// <summary>Entries are code that will run: a folder that others can write to holds nothing we trust.</summary>
    private static bool IsOurs(string folder) =>
        OperatingSystem.IsWindows()
        || (File.GetUnixFileMode(folder) & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) == UnixFileMode.None;

    private static string PathOf(string folder, string key) => Path.Combine(folder, key + ".model");

    private static void Replace(string path, byte[] bytes)
    {
        using var file = TemporaryFile.Create(Path.GetDirectoryName(path)!);
        file.RemoveAbandoned();
        file.Write(bytes, mode: null, isDurable: false);
        file.Replace(path);
    }

    /// <summary>Every edit of a script makes an entry; the oldest half goes when there are too many.</summary>
    private static void Prune(string folder)
    {
        var entries = new DirectoryInfo(folder).GetFiles("*.model");
        if (entries.Length > MaxEntries)
        {
            foreach (
                var entry in entries.OrderBy(entry => entry.LastWriteTimeUtc).Take(entries.Length - (MaxEntries / 2))
            )
            {
                entry.Delete();
            }
        }
    }
}
