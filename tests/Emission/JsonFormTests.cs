using System.Text.RegularExpressions;
using NetDsl.Layers;
using NetDsl.Tests.Golden;
using NetDsl.Tests.Translation;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Emitting;

/// <summary>JSON says the same net as Python, or says why it cannot.</summary>
public sealed partial class JsonFormTests
{
    // Options that only one form has: Python verifies dims, JSON leaves to RETURNN what Python states.
    private static readonly HashSet<string> ofOneForm =
    [
        "out_shape",
        "in_dim",
        "var1",
        "var2",
        "red2",
        "allow_broadcast_all_sources",
    ];

    [Theory]
    [InlineData(Form.Python, Form.Json)]
    [InlineData(Form.PythonPrimitive, Form.JsonPrimitive)]
    public void JSON_and_Python_say_the_same_net(Form python, Form json)
    {
        foreach (var program in RandomNet.Programs(count: 100, longest: 60))
        {
            Assert.Equal(
                Meaning(Emitted.Summary(RandomNet.Build(program), python)),
                Meaning(Emitted.Summary(RandomNet.Build(program), json))
            );
        }
    }

    [Fact]
    public void JSON_and_Python_say_the_same_linear_and_recurrent_layers()
    {
        Assert.Equal(Meaning(Emitted.Summary(Tagger())), Meaning(Emitted.Summary(Tagger(), Form.Json)));

        static Net Tagger() =>
            Sample.Of(s =>
            {
                var hidden = s.Net.Add("lstm", new Lstm(Dim.Feature("hidden", 7))).Call(s.Data);
                s.Net.Output(Softmax(s.Net.Add("out", new Linear(s.Out)).Call(hidden), over: s.Out));
            });
    }

    [Fact]
    public void Two_dims_of_one_size_cannot_be_told_apart()
    {
        var error = Single(s =>
            s.Net.Output(s.Data * 2.0 + s.Net.Input("other", [Dim.Batch, s.Time, Dim.Feature("same", 3), s.In]))
        );

        Assert.Equal(("ND3010", true), (error.Code, error.Suggestion!.Contains("-f python", StringComparison.Ordinal)));
    }

    [Fact]
    public void Two_dims_of_unknown_size_cannot_be_told_apart()
    {
        var error = Single(s => s.Net.Output(s.Net.Input("other", [Dim.Batch, s.Time, Dim.Dynamic("second")])));

        Assert.Equal(("ND3010", "data:other"), (error.Code, error.Layer));
    }

    [Fact]
    public void A_pair_of_dims_is_reported_once_however_many_layers_have_it() =>
        Single(s =>
        {
            var other = s.Net.Input("other", [Dim.Batch, s.Time, Dim.Feature("same", 3), s.In]);
            s.Net.Output(Relu(Tanh(Relu(other))));
        });

    [Fact]
    public void A_feature_dim_that_is_not_last_cannot_be_named()
    {
        var error = Single(s =>
        {
            var channels = Dim.Feature("channels", 5);
            var image = s.Net.Input("image", [Dim.Batch, s.Time, channels, s.In]);
            s.Net.Output(s.Net.Add("norm", new BatchNorm(channels)).Call(image));
        });

        Assert.Equal(("ND3011", true), (error.Code, error.Suggestion!.Contains("-f python", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_error_names_the_layer_as_the_config_would()
    {
        var error = Single(s =>
        {
            var channels = Dim.Feature("channels", 5);
            var image = s.Net.Input("image", [Dim.Batch, s.Time, channels, s.In]);
            s.Net.Output(Relu(s.Net.Add("norm", new BatchNorm(channels)).Call(image)));
        });

        Assert.Equal("norm", error.Layer);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_input_needs_the_batch_dim_first(bool hasBatch)
    {
        var error = Single(s =>
        {
            Shape dims = hasBatch ? [s.Time, Dim.Batch, s.In] : [s.In];
            s.Net.Output(Relu(s.Net.Input("other", dims)));
        });

        Assert.Equal(
            ("ND3012", "data:other", true),
            (error.Code, error.Layer, error.Suggestion!.Contains("-f python", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_dim_in_an_option_cannot_be_said()
    {
        var error = Single(s =>
            s.Net.Output(
                Layer.Raw(
                    "pad",
                    [s.Data],
                    s.Data.Dims,
                    OptionValue.Dict(("axes", s.Time), ("padding", 0), ("out_dims", OptionValue.List(s.Time)))
                ),
                "sums"
            )
        );

        Assert.Equal(("ND3001", true), (error.Code, error.Layer!.Contains("sums", StringComparison.Ordinal)));
    }

    [Fact]
    public void Each_cause_is_reported() =>
        Assert.Equal(
            ["ND3010", "ND3012"],
            Emitted
                .Errors(
                    Sample.Of(s =>
                    {
                        s.Net.Output(Relu(s.Net.Input("first", [s.In])), "a");
                        s.Net.Output(Relu(s.Net.Input("second", [Dim.Batch, s.In, Dim.Feature("same", 3)])), "b");
                        s.Net.Output(s.Data);
                    }),
                    Form.Json
                )
                .Select(error => error.Code)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void What_JSON_cannot_say_Python_can() =>
        Assert.Contains(
            "same_dim",
            Emitted.Text(
                Sample.Of(s => s.Net.Output(Relu(s.Net.Input("other", [Dim.Batch, Dim.Feature("same", 3), s.In]))))
            ),
            StringComparison.Ordinal
        );

    private static Diagnostic Single(Action<Sample> record) =>
        Assert.Single(Emitted.Errors(Sample.Of(record), Form.Json));

    private static string Meaning(NetSummary net) =>
        string.Join('\n', net.Layers.Select(Meaning).Order(StringComparer.Ordinal));

    private static string Meaning(LayerSummary layer)
    {
        var options = layer
            .Options.Where(option => !ofOneForm.Contains(option.Key))
            .Select(option =>
                option.Key switch
                {
                    "out_dim" => $"n_out={Sizes(option.Value)}",
                    "shape" => $"shape={Sizes(option.Value)}",
                    "reduce" => $"red1={Axes(option.Value)}",
                    "axis" or "axes" => $"{option.Key}={Axes(option.Value)}",
                    _ => $"{option.Key}={option.Value}",
                }
            );
        return $"{layer.Path}: {layer.Class} {string.Join(' ', options.Order(StringComparer.Ordinal))}";
    }

    private static string Sizes(string dims) => StaticDim().Replace(dims, "$1");

    private static string Axes(string dims) =>
        dims.StartsWith('"') || dims.StartsWith("[\"", StringComparison.Ordinal)
            ? dims
            : DynamicDim()
                .Replace(StaticDim().Replace(dims, "\"dim:$1\""), "\"t\"")
                .Replace("batch_dim", "\"b\"", StringComparison.Ordinal);

    [GeneratedRegex("[a-z0-9_]+:([0-9]+)")]
    private static partial Regex StaticDim();

    [GeneratedRegex(@"[a-z0-9_]+:\?")]
    private static partial Regex DynamicDim();
}
