using NetDsl.Layers;
using Xunit;
using static NetDsl.OptionValue;

namespace NetDsl.Tests.Checking;

public sealed class OptionTypeTests
{
    [Theory]
    [InlineData("int", "a whole number")]
    [InlineData("int|None", "a whole number")]
    [InlineData("float|int", "a number")]
    [InlineData("bool|NotSpecified", "True or False")]
    [InlineData("str|function", "a text")]
    [InlineData("LayerBase|int", "a whole number or the name of a layer")]
    [InlineData("Dim|str|list[Dim|str]|None", "a text, a dim or a list (each item a text or a dim)")]
    [InlineData("Sequence[Dim]|Sequence[int]", "a list (each item a whole number or a dim)")]
    [InlineData("(int,int)|dict", "a list (each item a whole number) or a dict")]
    [InlineData("Tuple[Union[int,Dim],Union[int,Dim]]", "a list (each item a whole number or a dim)")]
    [InlineData("set[Dim|_MarkedDim]|tuple|list|None", "a list")]
    [InlineData("dict[str,int|(int,int)|dict]", "a dict")]
    [InlineData("Optional[int]", "a whole number")]
    [InlineData("str|(()->str)", "a text")]
    [InlineData("()->str|list[()->str]|()->list[str]", "a list")]
    [InlineData("Callable[[List[FileTree]],Dict[str,Any]]|dict", "a dict")]
    public void A_type_is_read(string text, string words) =>
        Assert.Equal(words, new OptionTypeParser().Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ReuseParams|None")]
    [InlineData("Vocabulary|Dict[str,Any]")]
    [InlineData("tf.Tensor|None")]
    [InlineData("None|((LayerBase)->list[tf.Operation])")]
    [InlineData("((")]
    [InlineData("]|[")]
    public void A_type_that_is_not_known_takes_anything(string? text) =>
        Assert.Equal(ValueKinds.Anything, new OptionTypeParser().Parse(text).Kinds & ValueKinds.Anything);

    [Fact]
    public void Every_type_of_the_facts_is_read_the_same_twice()
    {
        var parser = new OptionTypeParser();

        Assert.Same(parser.Parse("int|list[int]"), parser.Parse("int|list[int]"));
    }

    [Theory]
    [InlineData("int", true)]
    [InlineData("float", true)]
    [InlineData("bool", true)]
    [InlineData("str", false)]
    [InlineData("list[int]", false)]
    public void One_is_taken_for_every_number_and_switch(string type, bool isTaken) =>
        Assert.Equal(isTaken, new OptionTypeParser().Parse(type).Accepts(1));

    [Theory]
    [InlineData("int")]
    [InlineData("str")]
    [InlineData("dict")]
    [InlineData("list[Dim]")]
    public void None_False_and_code_are_always_taken(string type)
    {
        var read = new OptionTypeParser().Parse(type);

        Assert.All([None, false, Code("f()")], value => Assert.True(read.Accepts(value)));
    }
}
