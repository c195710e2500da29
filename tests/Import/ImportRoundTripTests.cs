using CsCheck;
using NetDsl.Emit;
using Xunit;

namespace NetDsl.Tests.Import;

/// <summary>Whatever the writers write is read as it was.</summary>
public sealed class ImportRoundTripTests
{
    private static readonly string[] keys =
    [
        "a",
        "b_2",
        "network",
        "_x",
        "größe",
        "Train",
        "extern_data",
        "dim",
        "time",
    ];

    private static readonly Gen<string> anyText = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char["\"\\\n\r\t\0'{}[]#/*é\u2028\ud83d\ude00aA0"]],
        Gen.String[Gen.Char[' ', '~']],
        OneOf.Const(
            "class",
            "from",
            "subnetwork",
            "unit",
            "true_layer",
            "NaN",
            "1e5",
            "// x",
            "# y",
            "\ufeff",
            "f'{x}'"
        )
    );

    private static readonly Gen<OptionValue> number = Gen.OneOf(
        Gen.Double.Where(double.IsFinite).Select(value => (OptionValue)value),
        OneOf.Const<OptionValue>(0.0, -0.0, 1.0, 1e16, 1e-5, 5e-324, double.MaxValue, long.MinValue, long.MaxValue),
        Gen.Long.Select(value => (OptionValue)value)
    );

    private static readonly Gen<OptionValue> plain = Gen.OneOf(
        anyText.Select(text => (OptionValue)text),
        number,
        Gen.Bool.Select(value => (OptionValue)value),
        Gen.Const(OptionValue.None)
    );

    private static readonly Gen<OptionValue> code = OneOf.Const<OptionValue>(
        new CodeValue("lambda x: x"),
        new CodeValue("float(\"inf\")"),
        new CodeValue("make(a=1, b=[2])"),
        new CodeValue("f'{x!r:>{width}}'"),
        new CodeValue("[i for i in y]"),
        new CodeValue("(yield)"),
        new CodeValue("10 ** y"),
        new CodeValue("os.environ[\"HOME\"]")
    );

    [Fact]
    public void Every_Python_config_comes_back() =>
        Dims.SelectMany(dims => Configs(Values(Gen.OneOf(plain, code, DimValues(dims))), AsciiKey))
            .Sample(config => AssertComesBack(config, ConfigFormat.Python));

    [Fact]
    public void Every_JSON_config_comes_back() =>
        Configs(JsonValues, Gen.OneOf(OneOf.Const(keys), anyText))
            .Sample(config => AssertComesBack(config, ConfigFormat.Json));

    [Fact]
    public void JSON_and_Python_are_read_as_the_same_config() =>
        Configs(JsonValues, AsciiKey)
            .Sample(config =>
                Assert.Equal(
                    ValueText.Of(Read(config, ConfigFormat.Python)),
                    ValueText.Of(Read(config, ConfigFormat.Json))
                )
            );

    [Fact]
    public void Dims_of_the_same_name_come_back_as_dims_of_their_own() =>
        Assert.Equal(
            "a = List[#1:t::Spatial, #2:t_2:1:Feature, #1]",
            Imported.Entries(
                Imported.Python(
                    Text(Config(("a", OptionValue.List(shared, Dim.Feature("t", 1), shared))), ConfigFormat.Python)
                )
            )
        );

    [Fact]
    public void Nesting_as_deep_as_the_writer_allows_comes_back()
    {
        var value = OptionValue.None;
        for (var depth = 0; depth < 190; depth++)
        {
            value = depth % 2 == 0 ? OptionValue.List(value) : OptionValue.Dict(("k", value));
        }

        AssertComesBack(Config(("a", value)), ConfigFormat.Python);
        AssertComesBack(Config(("a", value)), ConfigFormat.Json);
    }

    private static readonly Dim shared = Dim.Dynamic("t");

    private static Gen<string> AsciiKey => OneOf.Const([.. keys.Where(key => key.All(char.IsAscii))]);

    // Some plain dims, and some derived from them and from each other.
    private static Gen<Dim[]> Dims =>
        Gen.Select(Gen.Int[0, 8], Gen.Int[1, 4])
            .Array[0, 8]
            .Select(steps =>
            {
                var dims = new List<Dim> { Dim.Dynamic("time"), Dim.Feature("in", 9), Dim.Spatial("h \"é\"", 3) };
                foreach (var (op, at) in steps)
                {
                    var (left, right) = (dims[^1], dims[dims.Count - Math.Min(at, dims.Count)]);
                    dims.Add(
                        (left.Size * right.Size > 1000 ? 7 : op) switch
                        {
                            0 => left + right,
                            1 => left * right,
                            2 => left + at,
                            3 => left + -0,
                            4 => at + left,
                            5 => at * left,
                            6 => left * at,
                            7 => left.CeilDiv(at),
                            _ => (left + at).FloorDiv(at),
                        }
                    );
                }

                return dims.ToArray();
            });

    private static Gen<OptionValue> DimValues(Dim[] dims) =>
        Gen.Select(
            OneOf.Const<Dim>([.. dims, Dim.Batch]),
            OneOf.Const(DimMark.None, DimMark.None, DimMark.ImplicitSparse, DimMark.ImplicitDynSize),
            (dim, mark) => (OptionValue)new DimValue(dim, mark)
        );

    private static Gen<OptionValue> JsonValues =>
        Gen.Recursive<OptionValue>(
            (depth, inner) =>
                depth > 4
                    ? plain
                    : Gen.OneOf(
                        plain,
                        inner.Array[0, 4].Select(items => OptionValue.List(items)),
                        Dicts(anyText.Select(t => (OptionValue)t), inner)
                    )
        );

    private static Gen<OptionValue> Values(Gen<OptionValue> leaf) =>
        Gen.Recursive<OptionValue>(
            (depth, inner) =>
                depth > 4
                    ? leaf
                    : Gen.OneOf(
                        leaf,
                        inner.Array[0, 4].Select(items => OptionValue.List(items)),
                        inner.Array[0, 4].Select(items => OptionValue.Tuple(items)),
                        leaf.Array[0, 4].Select(items => OptionValue.Set(items)),
                        Dicts(Gen.OneOf(anyText.Select(t => (OptionValue)t), number), inner)
                    )
        );

    // 1 and 1.0 are one key in Python.
    private static Gen<OptionValue> Dicts(Gen<OptionValue> key, Gen<OptionValue> inner) =>
        Gen.Select(key, inner)
            .Array[0, 4]
            .Select(entries =>
                (OptionValue)
                    OptionValue.Dict([
                        .. entries.DistinctBy(entry =>
                            entry.Item1 is RealValue real
                            && real.Value == Math.Floor(real.Value)
                            && Math.Abs(real.Value) < 1e18
                                ? (long)real.Value
                                : entry.Item1
                        ),
                    ])
            );

    private static Gen<Config> Configs(Gen<OptionValue> value, Gen<string> key) =>
        Gen.Select(key, value)
            .Array[0, 6]
            .Select(entries => Config([.. entries.DistinctBy(entry => entry.Item1).Select(e => (e.Item1, e.Item2))]));

    private static Config Config(params (string Key, OptionValue Value)[] entries) =>
        new("test", [.. entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value))]);

    private static void AssertComesBack(Config config, ConfigFormat format) =>
        Assert.Equal(ValueText.Of(config), ValueText.Of(Read(config, format)));

    private static Config Read(Config config, ConfigFormat format) =>
        (
            format == ConfigFormat.Json ? Imported.Json(Text(config, format)) : Imported.Python(Text(config, format))
        ).Config;

    private static string Text(Config config, ConfigFormat format)
    {
        var diagnostics = new List<Diagnostic>();
        var text = ConfigWriter.Write(config, new WriteOptions(format, null, null, Header: true), diagnostics);
        Assert.Empty(diagnostics.Select(diagnostic => diagnostic.ToString()));
        return text;
    }
}
