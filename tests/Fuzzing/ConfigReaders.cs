using NetDsl.Cli;
using NetDsl.Emit;

namespace NetDsl.Tests.Fuzzing;

/// <summary>Everything that is done with configs of others.</summary>
internal static class ConfigReaders
{
    /// <summary>Does all of it with a text; what is wrong with the text must be told, never thrown.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="path">Its name.</param>
    /// <param name="other">A net to compare it with.</param>
    public static void ReadAll(string text, string path, NetView other)
    {
        _ = ConfigChecker.Check(text, path);
        _ = ConfigStatistics.Of(text, path);
        _ = ConfigImporter.Import(text, path, new ImportOptions());
        if (NetView.Read(text, path).View is not { } view)
        {
            return;
        }

        _ = ConfigHash.Of(view);
        Compare(other, view);
        Compare(view, other);
        foreach (var format in Enum.GetValues<PictureFormat>())
        {
            _ = NetPicture.Draw(view, new PictureOptions(format));
        }
    }

    private static void Compare(NetView old, NetView @new)
    {
        var difference = NetDifference.Between(old, @new);
        using var text = new StringWriter();
        TextDifferenceWriter.Write(difference, text);
        TextDifferenceWriter.WriteBreaking(difference, text);
    }
}
