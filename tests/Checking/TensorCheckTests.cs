using Xunit;
using static NetDsl.OptionValue;

namespace NetDsl.Tests.Checking;

/// <summary>The entries of <c>extern_data</c>, and <c>out_type</c> (contract 2, 3.6).</summary>
public sealed class TensorCheckTests
{
    private static readonly Dim time = Dim.Dynamic("time");
    private static readonly Dim features = Dim.Feature("in", 40);
    private static readonly OptionValue dims = List(Dim.Batch, time, features);

    public static TheoryData<OptionValue> Right =>
        [
            Dict(("dim_tags", dims)),
            Dict(("dim_tags", dims), ("dtype", "float32"), ("time_dim_axis", 1), ("feature_dim_axis", -1)),
            Dict(("dims", dims), ("dtype", "float32")),
            Dict(("dims", dims), ("version", 1), ("time_dim_axis", 1)),
            Dict(("dims", dims), ("dtype", "float32"), ("time_dim_axis", None)),
            Dict(("dims", List()), ("dtype", "bool")),
            Dict(("dim", 40)),
            Dict(("dim", None)),
            Dict(("dim", 40), ("shape", List(None, 40))),
            Dict(("dim", 40), ("shape", List(40, None)), ("time_dim_axis", 2)),
            Dict(("dim", 40), ("shape", List(40, None)), ("batch_dim_axis", 2), ("feature_dim_axis", 0)),
            Dict(("dim", 5000), ("sparse", true)),
            Dict(("dim", 5000), ("shape", List(None)), ("sparse", true)),
            Dict(("dim", 10), ("shape", List(3)), ("sparse", true)),
            Dict(("sparse_dim", Dim.Feature("classes", 10)), ("shape", List(None))),
            Dict(("vocab", Dict(("class", "Vocabulary"))), ("sparse", true)),
            Dict(("shape", List()), ("batch_dim_axis", None)),
            Dict(("shape", List()), ("dtype", "int32")),
            Dict(("feature_dim_axis", None)),
            List(40, 2),
            Tuple(10, 1),
            Code("data_opts"),
        ];

    public static TheoryData<OptionValue, string> Wrong =>
        new()
        {
            {
                Dict(("dims", dims), ("shape", List(None, 40)), ("dtype", "float32")),
                "Error ND3037: \"shape\" stands beside \"dims\" in the input \"data\"; RETURNN takes only one of them. Leave \"shape\" out."
            },
            {
                Dict(("dims", dims), ("dim_tags", dims), ("dtype", "float32")),
                "Error ND3037: \"dim_tags\" stands beside \"dims\" in the input \"data\"; RETURNN takes only one of them. Leave \"dim_tags\" out."
            },
            {
                Dict(("dims", dims)),
                "Error ND3023: The option \"dtype\" is missing in the input \"data\"; \"dims\" cannot do without. Give \"dtype\"."
            },
            {
                Dict(("dims", dims), ("dtype", "float32"), ("time_dim_axis", 1)),
                "Error ND3037: \"time_dim_axis\" is given by the input \"data\", but with \"dims\" a tensor has no time axis. Write \"dim_tags\" instead of \"dims\", or add \"version\": 1."
            },
            {
                Dict(("dim_tags", List("B", "T", 40))),
                "Error ND3025: \"dim_tags\" of the input \"data\" is a list of 3, beginning with the text \"B\", where RETURNN takes a list (each item a dim)."
            },
            {
                Dict(("dim", 40), ("shape", List(None, 41))),
                "Warning ND3037: \"dim\" of the input \"data\" is 40, but the feature axis of its \"shape\" has 41 entries. Write the same size twice."
            },
            {
                Dict(("dim", 40), ("shape", List(None, 41)), ("feature_dim_axis", 2)),
                "Error ND3037: \"dim\" of the input \"data\" is 40, but the feature axis of its \"shape\" has 41 entries. Write the same size twice."
            },
            {
                Dict(("sparse", true), ("shape", List(None))),
                "Error ND3023: The option \"dim\" is missing in the input \"data\"; \"sparse\" cannot do without. Give \"dim\"."
            },
            {
                Dict(("sparse", true), ("dim", 10), ("feature_dim_axis", 1)),
                "Error ND3037: \"feature_dim_axis\" is given by the input \"data\", but a sparse tensor has no feature axis. Leave \"feature_dim_axis\" out."
            },
            {
                Dict(("dtype", "float32")),
                "Error ND3037: Nothing says how large the input \"data\" is. Give \"dim_tags\", or \"shape\" and \"dim\"."
            },
            {
                Dict(("shape", List(None, 40)), ("batch_dim_axis", 3)),
                "Error ND3037: \"batch_dim_axis\" of the input \"data\" is 3, but it has 3 axes, counted from 0."
            },
            {
                Dict(("shape", List(None, 40)), ("time_dim_axis", -1)),
                "Error ND3037: \"time_dim_axis\" of the input \"data\" is -1, but it has 3 axes, counted from 0."
            },
            {
                Dict(("shape", List(None, 40)), ("batch_dim_axis", "B")),
                "Error ND3025: \"batch_dim_axis\" of the input \"data\" is the text \"B\", where RETURNN takes a whole number."
            },
            {
                Dict(("shape", List(None, 40.0))),
                "Error ND3025: \"shape\" of the input \"data\" is a list of 2, beginning with None, where RETURNN takes a list (each item a whole number or a dim)."
            },
            {
                Dict(("dim", 40.0)),
                "Error ND3025: \"dim\" of the input \"data\" is 40.0, where RETURNN takes a whole number or a dim."
            },
            {
                Dict(("dim", 40), ("dtype", "flaot32")),
                "Error ND3026: \"dtype\" of the input \"data\" is \"flaot32\", which RETURNN does not know. Did you mean \"float32\"?"
            },
            {
                Dict(("dim", 40), ("spares", true)),
                "Error ND3035: A tensor is not described by \"spares\", which the input \"data\" gives. Did you mean \"sparse\"?"
            },
            { 40, "Error ND3025: The input \"data\" is 40, where RETURNN takes a dict." },
            {
                List(40),
                "Error ND3025: The input \"data\" is a list of 1, beginning with 40, where RETURNN takes a dict."
            },
        };

    [Theory]
    [MemberData(nameof(Right))]
    public void An_input_that_RETURNN_takes_is_no_finding(OptionValue input) => Assert.Empty(Input(input));

    [Theory]
    [MemberData(nameof(Wrong))]
    public void An_input_that_RETURNN_refuses_or_ignores_is_a_finding(OptionValue input, string finding) =>
        Assert.Equal([finding], Checked.Texts(Input(input)));

    [Fact]
    public void Inputs_that_are_no_dict_are_an_error() =>
        Assert.Equal(
            [
                "Error ND3025: \"extern_data\" of the config is a list of 1, beginning with the text \"data\", where RETURNN takes a dict.",
            ],
            Checked.Texts(Checked.Keys(("extern_data", List("data"))))
        );

    [Fact]
    public void A_list_as_the_shape_of_an_out_type_is_an_error() =>
        Assert.Equal(
            [
                "Error ND3037: \"shape\" in \"out_type\" of the layer \"x\" is a list, and RETURNN's own shapes, which it must equal, are tuples. Write a tuple; in JSON write \"dims\": [] for a scalar, or leave it out.",
            ],
            Checked.Texts(OutType(Dict(("shape", List()))))
        );

    [Fact]
    public void A_tuple_as_the_shape_of_an_out_type_is_no_finding() =>
        Assert.Empty(OutType(Dict(("shape", Tuple(None, 40)), ("time_dim_axis", 1))));

    [Fact]
    public void What_an_out_type_leaves_out_is_inferred() =>
        Assert.Empty(OutType(Dict(("dims", List(Dim.Batch, time)), ("sparse", true))));

    private static List<Diagnostic> Input(OptionValue input) => Checked.Keys(("extern_data", Dict(("data", input))));

    private static List<Diagnostic> OutType(OptionValue type) =>
        Checked.Layer("eval", ("from", "a"), ("eval", "source(0)"), ("out_type", type));
}
