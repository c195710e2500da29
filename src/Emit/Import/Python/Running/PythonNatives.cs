using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace NetDsl.Emit;

/// <summary>Functions and modules of Python that are known here.</summary>
internal static class PythonNatives
{
    private static readonly SearchValues<char> ofReals = SearchValues.Create("0123456789+-.eE");

    private static readonly FrozenSet<string> builtins = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            .. "abs all any bool config dict enumerate float globals int isinstance len list locals map max min print".Split(
                ' '
            ),
            .. "range repr reversed round set sorted str sum tuple zip".Split(' '),
        ]
    );

    private static readonly FrozenSet<string> known = FrozenSet.Create(
        StringComparer.Ordinal,
        "copy",
        "copy.copy",
        "copy.deepcopy",
        "math",
        "math.ceil",
        "math.floor",
        "math.sqrt",
        "math.pi",
        "os",
        "os.environ",
        "os.getenv",
        "returnn.config",
        "returnn.config.get_global_config",
        "Config",
        "Config.get_global_config"
    );

    /// <summary>Whether Python has a function of this name that is known here.</summary>
    public static bool IsBuiltin(string name) => builtins.Contains(name);

    /// <summary>Whether a module, or something in one, is known here.</summary>
    public static bool IsKnown(string name) => known.Contains(name);

    /// <summary>Whether a name is that of a module.</summary>
    public static bool IsModule(string name) => name is "copy" or "math" or "os" or "returnn.config" or "Config";

    /// <summary>The value of a constant of a module, or null.</summary>
    public static OptionValue? ConstantOf(string name) => name == "math.pi" ? Math.PI : null;

    /// <summary>What a function gives for numbers and texts, or null.</summary>
    public static object? Call(string name, List<object> values) =>
        (name, values) switch
        {
            ("int", []) => (OptionValue)0,
            ("int", [StringValue text]) => WholeOf(text.Value),
            ("int", [var value]) when PythonOperators.Number(value) is { } number => number is RealValue real
                ? Truncated(real.Value)
                : number,
            ("float", [StringValue text]) => RealOf(text.Value),
            ("float", [var value]) when PythonOperators.Number(value) is { } number => number is IntegerValue whole
                ? Math.Abs((double)whole.Value) < 1L << 53
                    ? (OptionValue)(double)whole.Value
                    : null
                : number,
            ("str", []) => (OptionValue)"",
            ("str", [var value]) => PythonTexts.Text(value) is { } text ? (OptionValue)text : null,
            ("repr", [var value]) => PythonTexts.Repr(value) is { } text ? (OptionValue)text : null,
            ("abs", [var value]) => PythonOperators.Number(value) switch
            {
                IntegerValue { Value: > long.MinValue and var whole } => (OptionValue)Math.Abs(whole),
                RealValue real => Math.Abs(real.Value),
                _ => null,
            },
            ("round", [var value]) => PythonOperators.Number(value) switch
            {
                IntegerValue whole => whole,
                RealValue real => Truncated(Math.Round(real.Value, MidpointRounding.ToEven)),
                _ => null,
            },
            ("math.ceil", [RealValue real]) => Truncated(Math.Ceiling(real.Value)),
            ("math.floor", [RealValue real]) => Truncated(Math.Floor(real.Value)),
            ("math.ceil" or "math.floor", [IntegerValue whole]) => whole,
            ("math.sqrt", [var value]) => Call("float", [value]) is RealValue { Value: >= 0 and var real }
                ? (OptionValue)Math.Sqrt(real)
                : null,
            _ => null,
        };

    private static OptionValue? Truncated(double number) =>
        Math.Abs(number) < 1L << 53 ? (long)Math.Truncate(number) : null;

    private static OptionValue? WholeOf(string text) =>
        long.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? whole
            : null;

    private static OptionValue? RealOf(string text)
    {
        var trimmed = text.Trim();
        return
            trimmed.Length > 0
            && trimmed.AsSpan().IndexOfAnyExcept(ofReals) < 0
            && double.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out var real)
            && double.IsFinite(real)
            ? real
            : null;
    }
}
