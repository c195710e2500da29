using NetDsl.Emit;
using NetDsl.Tests.Emitting;
using Xunit;

namespace NetDsl.Tests.Typed;

/// <summary>Whatever the types of a layer function let through, RETURNN's schema does, too. What the values mean together is made up, so dims are declared, not inferred.</summary>
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
        var made = MadeUp(function, isGiven);
        var net = Sample.Of(s => s.Net.Output(Declared(made, s.Data)));
        try
        {
            return Texts(ConfigEmitter.Emit(net, Emitted.Options(Form.Python)).Diagnostics);
        }
        catch (ModelException error)
        {
            return Texts(error.Diagnostics);
        }
    }

    private static LayerNode MadeUp(string function, Func<System.Reflection.ParameterInfo, bool> isGiven)
    {
        LayerNode? made = null;
        Sample.Of(s => made = (LayerNode)LayerFunctions.Call(s, function, isGiven).Node);
        return made!;
    }

    private static Tensor Declared(LayerNode made, Tensor data)
    {
        var options = (DictValue)Moved(made.Options, data);
        var node = new LayerNode(
            made.LayerClass,
            [.. made.Sources.Select(_ => data)],
            options,
            data.Signature,
            Layer.References(options)
        )
        {
            HasVariables = made.HasVariables,
            ScopeSuffix = made.ScopeSuffix,
        };
        return Layer.Record(node, data.Node.Location);
    }

    // To another net: each tensor that is made up is the data.
    private static OptionValue Moved(OptionValue value, Tensor data) =>
        value switch
        {
            TensorValue => data,
            SequenceValue list => list with { Items = [.. list.Items.Select(item => Moved(item, data))] },
            DictValue dict => DictValue.OfValues(
                dict.Select(entry => KeyValuePair.Create(Moved(entry.Key, data), Moved(entry.Value, data)))
            ),
            _ => value,
        };

    private static IEnumerable<string> Texts(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics
            // What stands for a variable here is an input: ND3043 is right.
            .Where(diagnostic =>
                diagnostic.Code.StartsWith("ND3", StringComparison.Ordinal) && diagnostic.Code != "ND3043"
            )
            .Select(diagnostic => $"{diagnostic.Code}: {diagnostic.Message}");
}
