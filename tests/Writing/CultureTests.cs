using System.Globalization;
using NetDsl.Emit;
using Xunit;
using static NetDsl.Tests.Writing.Written;

namespace NetDsl.Tests.Writing;

public sealed class CultureTests
{
    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    [InlineData("ar-SA")]
    public void Every_culture_writes_the_same_bytes(string culture)
    {
        var expected = WriteBothIn(CultureInfo.InvariantCulture);
        Assert.Equal(expected, WriteBothIn(CultureInfo.GetCultureInfo(culture)));
    }

    private static string WriteBothIn(CultureInfo culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            return Python([.. Entries, ("dims", OptionValue.List(Dim.Feature("INDIGO i", 1234) + -1))])
                + Json(Entries)
                + string.Join('\n', Errors(ConfigFormat.Json, ("x", OptionValue.List(1, -0.5, double.NaN))));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static (string, OptionValue)[] Entries =>
        [
            ("a", OptionValue.List(-1234567, -1234.5, 1e-8, -1e300, long.MinValue, 0.001, "Iıİi\u0660", true)),
            ("network", OptionValue.Dict(("I", Layer("IDENTITY", ("value", -1.5))))),
        ];
}
