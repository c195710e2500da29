using CsCheck;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Xunit;

namespace NetDsl.Tests.Writing;

public sealed class RoundTripTests
{
    private static readonly Gen<string> text = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char["\"\\\n\r\t\0'{}[]#é\u2028\ud83d\ude00aA0"]],
        Gen.String[Gen.Char[' ', '~']]
    );

    private static readonly Gen<double> finite = Gen.Double.Where(double.IsFinite);

    [Fact]
    public void Any_text_comes_back_from_Python() =>
        text.Sample(text =>
            Assert.Equal(
                [("a", OptionValue.List(text)), ("b", OptionValue.Dict((text, 1)))],
                PythonReader.ReadFile(Written.Python(("a", OptionValue.List(text)), ("b", OptionValue.Dict((text, 1)))))
            )
        );

    [Fact]
    public void Any_text_comes_back_from_JSON() =>
        text.Where(IsWhole)
            .Sample(text =>
            {
                var json = ReadJson(Written.Json(("a", text), ("b", OptionValue.Dict((text, 1)))));
                Assert.Equal(text, (string?)json["a"]);
                Assert.Equal(text, Assert.Single(((JObject)json["b"]!).Properties()).Name);
            });

    [Fact]
    public void Any_finite_real_comes_back_from_Python_bit_by_bit() =>
        finite.Sample(value =>
        {
            var (_, back) = Assert.Single(PythonReader.ReadFile(Written.Python(("a", value))));
            Assert.Equal(Bits(value), Bits(Assert.IsType<RealValue>(back).Value));
        });

    [Fact]
    public void Any_finite_real_comes_back_from_JSON_bit_by_bit() =>
        finite.Sample(value =>
        {
            var back = (JValue)ReadJson(Written.Json(("a", value)))["a"]!;
            Assert.Equal(JTokenType.Float, back.Type);
            Assert.Equal(Bits(value), Bits((double)back));
        });

    [Fact]
    public void Any_whole_number_comes_back_from_both() =>
        Gen.Long.Sample(value =>
        {
            Assert.Equal([("a", (OptionValue)value)], PythonReader.ReadFile(Written.Python(("a", value))));
            Assert.Equal(value, (long)ReadJson(Written.Json(("a", value)))["a"]!);
        });

    [Fact]
    public void Any_value_comes_back_from_Python_however_its_lines_break() =>
        Values.Sample(value => Assert.Equal([("a", value)], PythonReader.ReadFile(Written.Python(("a", value)))));

    [Fact]
    public void JSON_and_Python_give_the_same_value() =>
        JsonValues.Sample(value =>
        {
            var (_, python) = Assert.Single(PythonReader.ReadFile(Written.Python(("a", value))));
            Assert.Equal(python, FromJson(ReadJson(Written.Json(("a", value)))["a"]!));
        });

    // Newtonsoft reads a lone surrogate as U+FFFD; LiteralTests looks at those.
    private static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static Gen<OptionValue> Leaves(Gen<string> texts) =>
        Gen.OneOf(
            texts.Select(text => (OptionValue)text),
            finite.Select(value => (OptionValue)value),
            Gen.Long.Select(value => (OptionValue)value),
            Gen.Bool.Select(value => (OptionValue)value),
            Gen.Const(OptionValue.None)
        );

    private static Gen<OptionValue> JsonValues =>
        Gen.Recursive<OptionValue>(
            (depth, inner) =>
                depth > 4
                    ? Leaves(text.Where(IsWhole))
                    : Gen.OneOf(
                        Leaves(text.Where(IsWhole)),
                        inner.Array[0, 4].Select(items => OptionValue.List(items)),
                        Dicts(text.Where(IsWhole), inner)
                    )
        );

    private static Gen<OptionValue> Values =>
        Gen.Recursive<OptionValue>(
            (depth, inner) =>
                depth > 4
                    ? Leaves(text)
                    : Gen.OneOf(
                        Leaves(text),
                        inner.Array[0, 4].Select(items => OptionValue.List(items)),
                        inner.Array[0, 4].Select(items => OptionValue.Tuple(items)),
                        Leaves(text).Array[0, 4].Select(items => OptionValue.Set(items)),
                        Dicts(text, inner)
                    )
        );

    private static Gen<OptionValue> Dicts(Gen<string> texts, Gen<OptionValue> inner) =>
        Gen.Select(texts, inner)
            .Array[0, 4]
            .Select(entries =>
                (OptionValue)
                    DictValue.Of(
                        entries
                            .DistinctBy(entry => entry.Item1)
                            .Select(entry => KeyValuePair.Create(entry.Item1, entry.Item2))
                    )
            );

    private static OptionValue FromJson(JToken token) =>
        token switch
        {
            JObject dict => DictValue.Of(dict.Properties().Select(p => KeyValuePair.Create(p.Name, FromJson(p.Value)))),
            JArray list => OptionValue.List([.. list.Select(FromJson)]),
            JValue { Type: JTokenType.Integer } value => (long)value,
            JValue { Type: JTokenType.Float } value => (double)value,
            JValue { Type: JTokenType.Boolean } value => (bool)value,
            JValue { Type: JTokenType.String } value => (string)value!,
            _ => OptionValue.None,
        };

    private static JObject ReadJson(string text)
    {
        Assert.StartsWith("{", text, StringComparison.Ordinal);
        using var reader = new JsonTextReader(new StringReader(text))
        {
            DateParseHandling = DateParseHandling.None,
            MaxDepth = 256,
        };
        return JObject.Load(
            reader,
            new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error }
        );
    }

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(value);
}
