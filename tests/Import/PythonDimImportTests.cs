using NetDsl.Emit;
using Xunit;

namespace NetDsl.Tests.Import;

/// <summary>Dims are objects again, one for each declaration.</summary>
public sealed class PythonDimImportTests
{
    private const string Declarations = """
        from returnn.tensor import Dim, batch_dim
        n = 40
        time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
        in_dim = Dim(n, name="in", kind=Dim.Types.Feature)

        """;

    [Theory]
    [InlineData("Dim(None, name='t', kind=Dim.Types.Spatial)", "#1:t::Spatial")]
    [InlineData("Dim(dimension=None, name='t', kind=Dim.Types.Time)", "#1:t::Spatial")]
    [InlineData("Dim(kind=Dim.Types.Spatial, description='t', dimension=None)", "#1:t::Spatial")]
    [InlineData("Dim(5, name='t', kind=Dim.Types.Spatial)", "#1:t:5:Spatial")]
    [InlineData("Dim(5, description='t', kind=Dim.Types.Feature)", "#1:t:5:Feature")]
    [InlineData("Dim(5, name='n', description='d', kind=Dim.Types.Feature)", "#1:n:5:Feature")]
    [InlineData("Dim(5, name='t')", "#1:t:5:Spatial")]
    [InlineData("Dim(None, name='t', kind=None)", "#1:t::Spatial")]
    [InlineData("SpatialDim('t')", "#1:t::Spatial")]
    [InlineData("SpatialDim('t', 5)", "#1:t:5:Spatial")]
    [InlineData("SpatialDim('t', dimension=5)", "#1:t:5:Spatial")]
    [InlineData("FeatureDim('t', 5)", "#1:t:5:Feature")]
    [InlineData("FeatureDim(description='t', dimension=0x5)", "#1:t:5:Feature")]
    [InlineData("(Dim(n, name='t', kind=Dim.Types.Feature))", "#1:t:40:Feature")]
    [InlineData("Dim(5 * 10, name='t')", "#1:t:50:Spatial")]
    [InlineData("Dim((2 * n - 1) // 4, name='t')", "#1:t:19:Spatial")]
    public void A_dim_is_declared_in_any_form(string python, string dim) =>
        Assert.Equal($"{dim}", Dims($"d = {python}")["d"]);

    [Theory]
    [InlineData("Dim(None, name='t', kind=Dim.Types.Feature)")]
    [InlineData("Dim(None, name='t', kind=Dim.Types.Batch)")]
    [InlineData("Dim(0, name='t')")]
    [InlineData("Dim(2147483648, name='t')")]
    [InlineData("Dim(5)")]
    [InlineData("Dim(5, name='')")]
    [InlineData("Dim(name='t')")]
    [InlineData("Dim(5, 'x', name='t')")]
    [InlineData("Dim(5, name='t', vocab={'a': 1})")]
    [InlineData("Dim(5, name='t', match_priority=1)")]
    [InlineData("Dim(5, name='t', kind=Dim.Types.Unknown)")]
    [InlineData("Dim(unknown, name='t')")]
    [InlineData("FeatureDim('t', None)")]
    [InlineData("FeatureDim('t')")]
    public void What_no_dim_of_ours_can_be_stays_code(string python) =>
        Assert.Equal(new CodeValue(python), Read($"d = {python}").Config["d"]);

    [Theory]
    [InlineData("time_dim + in_dim", "(Add #1 #2)")]
    [InlineData("time_dim + 1", "(Add #1 1)")]
    [InlineData("time_dim + (-1)", "(Add #1 -1)")]
    [InlineData("1 + time_dim", "(Add 1 #1)")]
    [InlineData("time_dim - 1", "(Subtract #1 1)")]
    [InlineData("time_dim * in_dim", "(Multiply #1 #2)")]
    [InlineData("2 * time_dim", "(Multiply 2 #1)")]
    [InlineData("time_dim * 2", "(Multiply #1 2)")]
    [InlineData("time_dim // 2", "(FloorDivide #1 2)")]
    [InlineData("time_dim.ceildiv_right(2)", "(CeilDivide #1 2)")]
    [InlineData("time_dim.ceildiv_right(in_dim)", "(CeilDivide #1 #2)")]
    [InlineData("time_dim // in_dim", "(FloorDivide #1 #2)")]
    [InlineData("time_dim / 2", "(Divide #1 2)")]
    [InlineData("in_dim / 2", "(Divide #2 2)")]
    [InlineData("time_dim.div_left(in_dim)", "(DivideLeft #1 #2)")]
    [InlineData("time_dim.ceildiv_left(2)", "(CeilDivideLeft #1 2)")]
    [InlineData("time_dim - in_dim", "(Subtract #1 #2)")]
    [InlineData("(time_dim + n).ceildiv_right(2) * 3", "(Multiply (CeilDivide (Add #1 40) 2) 3)")]
    public void A_derived_dim_keeps_its_expression(string python, string expression) =>
        Assert.Equal(expression, Expression(Derived(python)));

    [Theory]
    [InlineData("time_dim.ceildiv_right(0)")]
    [InlineData("time_dim.div_left(0)")]
    [InlineData("time_dim.mul(2)")]
    [InlineData("in_dim / 3")]
    [InlineData("in_dim.div_left(3)")]
    [InlineData("1 - time_dim")]
    [InlineData("time_dim - time_dim")]
    [InlineData("(2 * time_dim) // time_dim")]
    [InlineData("2147483647 * time_dim + time_dim")]
    [InlineData("time_dim * 0")]
    [InlineData("in_dim - 40")]
    [InlineData("in_dim * 2147483647")]
    [InlineData("in_dim // 41")]
    [InlineData("in_dim + 9999999999")]
    [InlineData("batch_dim * 2")]
    [InlineData("time_dim.copy(match_priority=1)")]
    [InlineData("ImplicitSparseDim(in_dim) + 1")]
    public void An_expression_that_no_dim_of_ours_has_stays_code(string python) =>
        Assert.Equal(new CodeValue(python), Read($"d = {python}").Config["d"]);

    [Fact]
    public void A_dim_just_below_the_largest_size_can_be_divided() =>
        Assert.Equal(1073741824, Read("big = Dim(2147483647, name='b')\nd = big.ceildiv_right(2)").Dims[^1].Dim.Size);

    [Fact]
    public void Declarations_are_no_entries() =>
        Assert.Equal("n = 40\nx = #1:in:40:Feature", Imported.Entries(Read("x = in_dim")));

    [Fact]
    public void A_declaration_keeps_its_variable_and_its_line() =>
        Assert.Equal(
            ["time_dim test.py(3,1)", "in_dim test.py(4,1)", "half test.py(5,1)"],
            Read("half = time_dim // 2").Dims.Select(dim => $"{dim.Name} {dim.Location}")
        );

    [Theory]
    [InlineData("Dim(5, name='t')", false)]
    [InlineData("Dim(5, name='t', kind=None)", false)]
    [InlineData("Dim(5, name='t', kind=Dim.Types.Spatial)", true)]
    [InlineData("SpatialDim('t')", true)]
    [InlineData("in_dim + 1", true)]
    public void A_declaration_says_whether_it_gives_the_kind(string python, bool hasKind) =>
        Assert.Equal(hasKind, Read($"d = {python}").Dims[^1].HasKind);

    [Fact]
    public void Every_use_of_a_variable_is_the_same_dim()
    {
        var config = Read("a = [time_dim, time_dim]\nb = time_dim").Config;

        var dims = ((SequenceValue)config["a"]!).Items.Append(config["b"]!).Select(value => ((DimValue)value).Value);
        Assert.Single(dims.Distinct());
    }

    [Fact]
    public void Two_declarations_are_two_dims_whatever_they_are_called() =>
        Assert.Equal(
            "x = List[#1:a:1:Spatial, #2:a:1:Spatial]",
            Imported.Entries(Imported.Python("x = [Dim(1, name='a'), Dim(1, name='a')]\n"))
        );

    [Fact]
    public void The_same_expression_is_the_same_dim() =>
        Assert.Equal(
            "List[#1(FloorDivide #2:time::Spatial 2), #1]",
            ValueText.Of(Value("[time_dim // 2, time_dim // 2]"))
        );

    [Fact]
    public void Marked_dims_and_the_batch_dim_are_read() =>
        Assert.Equal(
            "Set[#1:batch::Batch, #2:in:40:Feature!ImplicitSparse, #1!ImplicitDynSize]",
            ValueText.Of(Value("{batch_dim, ImplicitSparseDim(in_dim), ImplicitDynSizeDim(batch_dim)}"))
        );

    [Fact]
    public void A_name_from_RETURNN_can_be_imported_under_another() =>
        Assert.Equal(
            "x = List[#1:t::Spatial, #2:batch::Batch]",
            Imported.Entries(
                Imported.Python("from returnn.tensor import Dim as D, batch_dim as b\nx = [D(None, name='t'), b]\n")
            )
        );

    [Theory]
    [InlineData("from helpers import Dim\n")]
    [InlineData("def Dim(x, name):\n  return object()\n")]
    [InlineData("class Dim: pass\n")]
    public void A_name_that_is_not_RETURNNs_is_no_dim(string before) =>
        Assert.Equal(new CodeValue("Dim(5, name='t')"), Imported.Python($"{before}x = Dim(5, name='t')\n").Config["x"]);

    private static ImportedConfig Read(string python) => Imported.Python(Declarations + python + "\n");

    private static OptionValue Value(string python) => Read($"x = {python}").Config["x"]!;

    private static Dictionary<string, string> Dims(string python) =>
        Read(python).Dims.ToDictionary(dim => dim.Name, dim => ValueText.Of(dim.Dim));

    private static Dim Derived(string python) => Read($"d = {python}").Dims[^1].Dim;

    // The two declared dims are #1 and #2, in the order of their sizes.
    private static string Expression(Dim dim) =>
        dim.Expression is { } made ? $"({made.Operator} {Operand(made.Left)} {Operand(made.Right)})"
        : dim.IsDynamic ? "#1"
        : "#2";

    private static string Operand(DimOperand operand) => operand.Dim is { } dim ? Expression(dim) : $"{operand.Number}";
}
