using NetDsl.Emit;
using NetDsl.Tests.Emitting;
using Xunit;

namespace NetDsl.Tests.Typed;

/// <summary>Whatever the types of a layer function let through, RETURNN's schema does, too; its dims are made up.</summary>
public sealed class EveryLayerTests
{
    public static TheoryData<string> Functions => [.. LayerFunctions.Names];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Required_options_alone_make_a_layer_that_RETURNN_takes(string function) =>
        Assert.Empty(Found(function, _ => false));

    [Theory]
    [MemberData(nameof(Functions))]
    public void Values_of_the_types_of_all_options_are_such_as_RETURNN_takes(string function) =>
        Assert.Empty(Found(function, _ => true));

    private static IEnumerable<string> Found(string function, Func<System.Reflection.ParameterInfo, bool> isGiven)
    {
        var net = Sample.Of(s => s.Net.Output(LayerFunctions.Call(s, function, isGiven)));
        try
        {
            return Texts(ConfigEmitter.Emit(net, Emitted.Options(Form.Python)).Diagnostics);
        }
        catch (ModelException error)
        {
            return Texts(error.Diagnostics);
        }
    }

    private static IEnumerable<string> Texts(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics
            .Where(diagnostic => diagnostic.Code.StartsWith("ND3", StringComparison.Ordinal))
            .Select(diagnostic => $"{diagnostic.Code}: {diagnostic.Message}");
}
