using System.Collections.Immutable;
using CsCheck;
using NetDsl.Reference;
using Xunit;

namespace NetDsl.Tests.Reference;

/// <summary>The gradient of each operation is what small steps of its inputs say.</summary>
public sealed class OperationTests
{
    private const double Step = 1e-5;
    private const double Tolerance = 1e-5;

    public static TheoryData<string> Unaries =>
        [
            "tanh",
            "sigmoid",
            "relu",
            "elu",
            "selu",
            "gelu",
            "swish",
            "softplus",
            "log_sigmoid",
            "exp",
            "log",
            "sqrt",
            "rsqrt",
            "square",
            "abs",
            "negative",
            "reciprocal",
            "sin",
            "cos",
        ];

    public static TheoryData<string> Binaries =>
        ["add", "sub", "mul", "truediv", "pow", "maximum", "minimum", "squared_difference", "logaddexp"];

    [Theory]
    [MemberData(nameof(Unaries))]
    public void A_function_of_one_number_knows_its_derivative(string name)
    {
        var function = Unary.Named(name)!;

        Arrays([2, 3], positive: name is "log" or "sqrt" or "rsqrt")
            .Sample(array => AssertGradient(inputs => inputs[0].Apply(function), array), iter: 50);
    }

    [Theory]
    [MemberData(nameof(Binaries))]
    public void A_function_of_two_numbers_knows_both_derivatives(string name)
    {
        var function = Binary.Named(name)!;

        Gen.Select(Arrays([2, 3], positive: name is "pow"), Arrays([1, 3], positive: name is "truediv"))
            .Sample(
                pair => AssertGradient(inputs => inputs[0].Combine(function, inputs[1]), pair.Item1, pair.Item2),
                iter: 50
            );
    }

    [Fact]
    public void Losses_of_two_numbers_know_both_derivatives() =>
        Gen.Select(Arrays([2, 3], positive: true), Arrays([2, 3], positive: true))
            .Sample(
                pair =>
                    AssertGradient(
                        inputs =>
                            inputs[0].Combine(Binary.TimesLog, inputs[1])
                            + inputs[1].Combine(Binary.SigmoidCrossEntropy, inputs[0]),
                        pair.Item1,
                        pair.Item2
                    ),
                iter: 50
            );

    [Fact]
    public void Connectionist_temporal_classification_knows_its_derivative() =>
        Arrays([4, 2, 3])
            .Sample(
                scores =>
                    AssertGradient(
                        inputs =>
                            Value.Of(
                                new Ctc(
                                    [4, 3],
                                    [
                                        [1, 1],
                                        [0],
                                    ],
                                    Blank: 2
                                ),
                                inputs[0].LogSoftmax(2)
                            ),
                        scores
                    ),
                iter: 20
            );

    [Fact]
    public void Labels_that_do_not_fit_into_the_frames_are_impossible() =>
        Assert.Equal(double.PositiveInfinity, new Ctc(
                [2],
                [
                    [1, 1],
                ],
                Blank: 0
            ).Compute([NdArray.Zeros([2, 1, 2])]).Data[0]);

    // Of two frames with one label: it and blank, blank and it, or it twice.
    [Fact]
    public void All_ways_to_spread_labels_over_frames_are_added_up()
    {
        var scores = new NdArray([2, 1, 2], [Math.Log(0.3), Math.Log(0.7), Math.Log(0.4), Math.Log(0.6)]);

        var cost = new Ctc(
            [2],
            [
                [1],
            ],
            Blank: 0
        ).Compute([scores]).Data[0];

        Assert.Equal((0.7 * 0.4) + (0.3 * 0.6) + (0.7 * 0.6), Math.Exp(-cost), 12);
    }

    [Fact]
    public void A_choice_sends_its_gradient_where_it_came_from()
    {
        var condition = Value.Constant(new NdArray([2, 1], [1, 0]));

        Gen.Select(Arrays([2, 3]), Arrays([1, 3]))
            .Sample(
                pair => AssertGradient(inputs => condition.Choose(inputs[0], inputs[1]), pair.Item1, pair.Item2),
                iter: 50
            );
    }

    [Fact]
    public void Picked_entries_send_their_gradient_back_as_often_as_they_were_picked() =>
        Arrays([2, 3])
            .Sample(array => AssertGradient(inputs => inputs[0].Take(1, [2, 0, -1, 2], otherwise: 4), array), iter: 50);

    [Fact]
    public void Scattered_entries_get_the_gradient_of_where_they_went() =>
        Arrays([2, 4]).Sample(array => AssertGradient(inputs => inputs[0].AddTo(1, [1, 1, -1, 0], 3), array), iter: 50);

    [Theory]
    [InlineData("Sum")]
    [InlineData("Maximum")]
    [InlineData("Minimum")]
    [InlineData("Product")]
    public void A_reduced_axis_shares_the_gradient(string kind) =>
        Arrays([2, 3, 2])
            .Sample(
                array => AssertGradient(inputs => inputs[0].Reduce(Enum.Parse<ReduceKind>(kind), 0, 2), array),
                iter: 50
            );

    [Fact]
    public void A_product_of_matrices_knows_both_derivatives() =>
        Gen.Select(Arrays([2, 3, 2]), Arrays([4, 2, 3]))
            .Sample(
                pair =>
                    AssertGradient(
                        inputs => Value.Of(new Contract([0, 1, 2], [3, 0, 1], [2, 3, 0]), inputs[0], inputs[1]),
                        pair.Item1,
                        pair.Item2
                    ),
                iter: 50
            );

    [Fact]
    public void Reordered_and_repeated_entries_send_their_gradient_back() =>
        Arrays([2, 1, 3])
            .Sample(
                array => AssertGradient(inputs => inputs[0].Permute(2, 1, 0).Expand([3, 2, 2]).Reshape(6, 2), array),
                iter: 50
            );

    [Fact]
    public void Joined_arrays_each_get_their_part_of_the_gradient() =>
        Gen.Select(Arrays([2, 1]), Arrays([2, 3]))
            .Sample(pair => AssertGradient(inputs => inputs.Join(1), pair.Item1, pair.Item2), iter: 50);

    [Fact]
    public void Softmax_and_its_logarithm_know_their_derivatives() =>
        Arrays([2, 3])
            .Sample(
                array =>
                    AssertGradient(
                        inputs => inputs[0].Softmax(1) + inputs[0].LogSoftmax(1) + inputs[0].LogSumExp(1),
                        array
                    ),
                iter: 50
            );

    // Away from corners and poles, where no small step tells the derivative.
    private static Gen<NdArray> Arrays(ImmutableArray<int> shape, bool positive = false) =>
        Gen.Int[5, 200]
            .Array[NdArray.CountOf(shape)]
            .Select(
                Gen.Bool.Array[NdArray.CountOf(shape)],
                (sizes, signs) =>
                    new NdArray(
                        shape,
                        [
                            .. sizes.Select(
                                (size, place) =>
                                    ((size / 100.0) + (place * 0.0123) + (shape[0] * 0.00371))
                                    * (signs[place] && !positive ? -1 : 1)
                            ),
                        ]
                    )
            );

    private static void AssertGradient(Func<IReadOnlyList<Value>, Value> compute, params NdArray[] arrays)
    {
        var leaves = arrays.Select(Value.Leaf).ToList();
        var output = compute(leaves);
        var weights = new NdArray(
            output.Shape,
            [.. Enumerable.Range(1, output.Array.Count).Select(place => 1.0 / place)]
        );
        Value Objective(IReadOnlyList<Value> inputs) => (compute(inputs) * Value.Constant(weights)).Total();
        var gradients = Gradients.Of(Objective(leaves));
        for (var input = 0; input < arrays.Length; input++)
        {
            var gradient = gradients[leaves[input]];
            for (var place = 0; place < arrays[input].Count; place++)
            {
                double At(double step)
                {
                    var moved = arrays.ToArray();
                    moved[input] = new(moved[input].Shape, [.. moved[input].Data]);
                    moved[input].Data[place] += step;
                    return Objective([.. moved.Select(Value.Constant)]).Array.Data[0];
                }

                var expected = (At(Step) - At(-Step)) / (2 * Step);
                var found = gradient?.Data[place] ?? 0;
                Assert.True(
                    Math.Abs(found - expected) <= Tolerance * Math.Max(1, Math.Abs(expected)),
                    $"{found} instead of {expected} for input {input} at {place}"
                );
            }
        }
    }
}
