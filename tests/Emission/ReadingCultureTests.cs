using System.Globalization;
using NetDsl.Cli;
using NetDsl.Emit;
using NetDsl.Tests.Golden;
using Xunit;

namespace NetDsl.Tests.Emitting;

/// <summary>What is said about a config is the same in every culture.</summary>
public sealed class ReadingCultureTests
{
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("hi-IN")]
    public void Findings_differences_digests_counts_and_pictures_do_not_depend_on_it(string culture) =>
        Assert.Equal(AllIn(""), AllIn(culture));

    private static string AllIn(string culture)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (
            CultureInfo.GetCultureInfo(culture),
            CultureInfo.GetCultureInfo(culture)
        );
        try
        {
            return All();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    private static string All()
    {
        using var text = new StringWriter { NewLine = "\n" };
        string[] configs =
        [
            GoldenFiles.TrainingConfig(),
            .. GoldenFiles.CaseNames.Take(8).Select(name => GoldenFiles.Case(name).Config),
            "behavior_version = 21\nnetwork = {'output': {'class': 'LINEAR', 'n_out': -1.5e-7, 'form': 'dataİ'}}\n",
        ];
        var old = NetView.Read(configs[0], "old.py").View!;
        foreach (var config in configs)
        {
            var view = NetView.Read(config, "a.py").View!;
            text.WriteLine(string.Join('\n', ConfigChecker.Check(config, "a.py").Diagnostics));
            text.WriteLine(ConfigHash.Of(view));
            TextDifferenceWriter.Write(NetDifference.Between(old, view), text);
            TextStatisticsWriter.Write(ConfigStatistics.Of(config, "a.py").Statistics!, text);
            foreach (var format in Enum.GetValues<PictureFormat>())
            {
                text.WriteLine(NetPicture.Draw(view, new PictureOptions(format)));
            }

            text.WriteLine(ConfigImporter.Import(config, "a.py", new ImportOptions()).Source);
        }

        return text.ToString();
    }
}
