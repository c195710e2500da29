using Xunit;
using static NetDsl.Tests.Writing.Written;

namespace NetDsl.Tests.Writing;

public sealed class DimTests
{
    private static readonly Dim time = Dim.Dynamic("time");

    [Fact]
    public void Dims_are_declared_once_ahead_of_the_first_key_that_uses_one()
    {
        var features = Dim.Feature("in", 9);
        Assert.Equal(
            [
                "from returnn.tensor import Dim, batch_dim",
                "use_tensorflow = True",
                "time_dim = Dim(None, name=\"time\", kind=Dim.Types.Spatial)",
                "in_dim = Dim(9, name=\"in\", kind=Dim.Types.Feature)",
                "height_dim = Dim(4, name=\"height\", kind=Dim.Types.Spatial)",
                "extern_data = (batch_dim, time_dim, in_dim)",
                "other = [height_dim, time_dim]",
            ],
            PythonLines(
                ("use_tensorflow", true),
                ("extern_data", OptionValue.Tuple(Dim.Batch, time, features)),
                ("other", OptionValue.List(Dim.Spatial("height", 4), time))
            )
        );
    }

    [Fact]
    public void A_config_without_dims_imports_nothing() => Assert.Equal(["a = 1"], PythonLines(("a", 1)));

    [Fact]
    public void The_batch_dim_alone_is_imported_and_not_declared() =>
        Assert.Equal(["from returnn.tensor import batch_dim", "a = batch_dim"], PythonLines(("a", Dim.Batch)));

    [Fact]
    public void Marks_of_implicit_dims_are_imported_as_used() =>
        Assert.Equal(
            [
                "from returnn.tensor import Dim, batch_dim",
                "from returnn.tensor.marked_dim import ImplicitDynSizeDim, ImplicitSparseDim",
                "c_dim = Dim(2, name=\"c\", kind=Dim.Types.Feature)",
                "a = {ImplicitSparseDim(c_dim), ImplicitDynSizeDim(batch_dim)}",
            ],
            PythonLines(
                (
                    "a",
                    OptionValue.Set(
                        new DimValue(Dim.Feature("c", 2), DimMark.ImplicitSparse),
                        new DimValue(Dim.Batch, DimMark.ImplicitDynSize)
                    )
                )
            )
        );

    [Fact]
    public void One_mark_does_not_import_the_other() =>
        Assert.Equal(
            "from returnn.tensor.marked_dim import ImplicitDynSizeDim",
            PythonLines(("a", new DimValue(Dim.Batch, DimMark.ImplicitDynSize)))[1]
        );

    [Fact]
    public void A_dim_as_a_key_of_a_dict_is_declared() =>
        Assert.Equal("a = {time_dim: 1}", PythonLines(("a", OptionValue.Dict((time, 1))))[^1]);

    [Theory]
    [InlineData("time", "time_dim")]
    [InlineData("time_dim", "time_dim")]
    [InlineData("time_dim_dim", "time_dim_dim")]
    [InlineData("enc.time-2", "enc_time_2_dim")]
    [InlineData("2nd", "_2nd_dim")]
    [InlineData("zeit.größe", "zeit_gr__e_dim")]
    [InlineData("日本", "___dim")]
    [InlineData("_dim", "_dim")]
    [InlineData("class", "class_dim")]
    [InlineData("x = 1; import os", "x___1__import_os_dim")]
    public void A_variable_is_named_after_its_dim(string name, string variable) =>
        Assert.StartsWith(variable + " = Dim(", PythonLines(("a", Dim.Dynamic(name)))[1], StringComparison.Ordinal);

    [Fact]
    public void Dims_of_one_name_get_numbers_in_variable_and_description() =>
        Assert.Equal(
            [
                "time_dim = Dim(None, name=\"time\", kind=Dim.Types.Spatial)",
                "time_2_dim = Dim(3, name=\"time_2\", kind=Dim.Types.Feature)",
                "time_3_dim = Dim(None, name=\"time_3\", kind=Dim.Types.Spatial)",
            ],
            Declarations(Dim.Dynamic("time"), Dim.Feature("time", 3), Dim.Dynamic("time"))
        );

    [Fact]
    public void A_number_that_a_user_chose_is_not_given_again() =>
        Assert.Equal(
            ["time_2_dim", "time_dim", "time_3_dim", "time_2_2_dim"],
            Variables(Dim.Dynamic("time_2"), Dim.Dynamic("time"), Dim.Dynamic("time"), Dim.Dynamic("time_2"))
        );

    [Fact]
    public void Names_that_differ_only_in_signs_get_different_variables_and_keep_their_descriptions() =>
        Assert.Equal(
            [
                "a_b_dim = Dim(None, name=\"a-b\", kind=Dim.Types.Spatial)",
                "a_b_2_dim = Dim(None, name=\"a+b\", kind=Dim.Types.Spatial)",
            ],
            Declarations(Dim.Dynamic("a-b"), Dim.Dynamic("a+b"))
        );

    [Fact]
    public void A_variable_never_takes_the_name_of_a_top_level_key() =>
        Assert.Equal(
            "time_2_dim = Dim(None, name=\"time\", kind=Dim.Types.Spatial)",
            PythonLines(("x", time), ("time_dim", 5))[1]
        );

    [Theory]
    [InlineData("batch", "batch_2_dim = Dim(None, name=\"batch_2\", kind=Dim.Types.Spatial)")]
    [InlineData("single_step", "single_step_2_dim = Dim(None, name=\"single_step\", kind=Dim.Types.Spatial)")]
    public void A_dim_called_as_one_of_RETURNNs_own_gets_a_number(string name, string expected) =>
        Assert.Equal([expected], Declarations(Dim.Dynamic(name)));

    [Fact]
    public void A_hostile_name_stays_inside_its_text() =>
        Assert.Equal(
            ["___import_os_dim = Dim(None, name=\"\\\")\\nimport os\", kind=Dim.Types.Spatial)"],
            Declarations(Dim.Dynamic("\")\nimport os"))
        );

    [Fact]
    public void Derived_dims_are_expressions_on_variables()
    {
        var heads = Dim.Feature("heads", 8);
        Assert.Equal(
            [
                "time_dim = Dim(None, name=\"time\", kind=Dim.Types.Spatial)",
                "heads_dim = Dim(8, name=\"heads\", kind=Dim.Types.Feature)",
                "time_heads_dim = time_dim + heads_dim",
                "time_1_dim = time_dim + 1",
                "_1_time_dim = 1 + time_dim",
                "time_1_2_dim = time_dim + (-1)",
                "time_1_3_dim = time_dim - 1",
                "heads_time_dim = heads_dim * time_dim",
                "_2_time_dim = 2 * time_dim",
                "time_2_dim = time_dim * 2",
                "time_2_2_dim = time_dim // 2",
                "ceil_time_2_dim = time_dim.ceildiv_right(2)",
                "time_heads_2_dim = time_dim - heads_dim",
                "time_heads_3_dim = time_dim / heads_dim",
                "time_l_heads_dim = time_dim.div_left(heads_dim)",
                "ceil_time_l_2_dim = time_dim.ceildiv_left(2)",
                "ceil_time_heads_dim = time_dim.ceildiv_right(heads_dim)",
            ],
            Declarations(
                time,
                heads,
                time + heads,
                time + 1,
                1 + time,
                time + -1,
                time - 1,
                heads * time,
                2 * time,
                time * 2,
                time.FloorDiv(2),
                time.CeilDiv(2),
                time - heads,
                time / heads,
                time.DivLeft(heads),
                time.CeilDivLeft(2),
                time.CeilDiv(heads)
            )
        );
    }

    [Fact]
    public void Operands_are_declared_ahead_of_what_is_derived_from_them() =>
        Assert.Equal(
            [
                "left_dim = Dim(3, name=\"left\", kind=Dim.Types.Spatial)",
                "time_dim = Dim(None, name=\"time\", kind=Dim.Types.Spatial)",
                "time_1_dim = time_dim + 1",
                "ceil_time_1_2_dim = time_1_dim.ceildiv_right(2)",
                "left_ceil_time_1_2_dim = left_dim + ceil_time_1_2_dim",
            ],
            Declarations(Dim.Spatial("left", 3) + (time + 1).CeilDiv(2))
        );

    [Fact]
    public void The_variable_of_a_derived_dim_has_40_letters_of_its_expression()
    {
        var name = new string('t', 60);

        Assert.Equal([name + "_dim", name[..40] + "_dim"], Variables(Dim.Dynamic(name) + 1));
    }

    [Fact]
    public void A_long_chain_of_derived_dims_needs_no_deep_stack()
    {
        const int Steps = 4_000;
        var dim = Dim.Dynamic("t");
        for (var i = 0; i < Steps; i++)
        {
            dim += 1;
        }

        var lines = Array.Empty<string>();
        var thread = new Thread(() => lines = Declarations(dim), maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();

        Assert.Equal(Steps + 1, lines.Length);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 120));
        Assert.Equal(Steps + 1, lines.Select(line => line.Split(' ')[0]).Distinct().Count());
    }

    private static string[] Declarations(params Dim[] dims) => PythonLines(("a", List(dims)))[1..^1];

    private static string[] Variables(params Dim[] dims) =>
        [.. Declarations(dims).Select(line => line[..line.IndexOf(' ', StringComparison.Ordinal)])];

    private static OptionValue List(Dim[] dims) => OptionValue.List([.. dims.Select(dim => (OptionValue)dim)]);
}
