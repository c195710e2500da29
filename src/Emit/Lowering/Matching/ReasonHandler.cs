using System.Globalization;
using System.Runtime.CompilerServices;

namespace NetDsl.Emit;

/// <summary>A reason for a failure that is put into words only if it is kept: most attempts fail, and few are told.</summary>
[InterpolatedStringHandler]
internal ref struct ReasonHandler
{
    private DefaultInterpolatedStringHandler text;

    public ReasonHandler(int literalLength, int formattedCount, Matcher matcher, out bool isKept)
    {
        isKept = matcher.WouldKeep;
        text = isKept ? new(literalLength, formattedCount, CultureInfo.InvariantCulture) : default;
    }

    public void AppendLiteral(string value) => text.AppendLiteral(value);

    public void AppendFormatted<T>(T value) => text.AppendFormatted(value);

    internal string ToStringAndClear() => text.ToStringAndClear();
}
