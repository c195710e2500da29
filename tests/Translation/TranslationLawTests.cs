using NetDsl.Tests.Emitting;
using NetDsl.Tests.Repository;
using Xunit;

namespace NetDsl.Tests.Translation;

/// <summary>Laws that every net keeps, fused or not, tried on random ones.</summary>
public sealed class TranslationLawTests
{
    private static readonly Dictionary<Form, Lazy<List<EmittedNet>>> nets = new()
    {
        [Form.Python] = Emit(Form.Python),
        [Form.PythonPrimitive] = Emit(Form.PythonPrimitive),
    };

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.PythonPrimitive)]
    public void Layer_names_are_safe(Form form) => Holds(form, Laws.UnsafeNames);

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.PythonPrimitive)]
    public void Every_layer_names_its_sources(Form form) => Holds(form, Laws.MissingSources);

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.PythonPrimitive)]
    public void Every_reference_means_a_layer_that_is_there(Form form) => Holds(form, Laws.BrokenReferences);

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.PythonPrimitive)]
    public void No_layer_is_written_that_nothing_needs(Form form) => Holds(form, Laws.DeadLayers);

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.PythonPrimitive)]
    public void A_parameter_has_one_variable(Form form) => Holds(form, Laws.SharedVariables);

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.PythonPrimitive)]
    public void Every_update_hangs_on_a_hook_at_the_root(Form form) => Holds(form, Laws.UpdatesThatNeverRun);

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.PythonPrimitive)]
    public void Updates_of_one_parameter_wait_for_each_other(Form form) => Holds(form, Laws.UpdatesWithoutOrder);

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.PythonPrimitive)]
    public void An_update_waits_for_all_who_read_the_old_value(Form form) => Holds(form, Laws.ReadsThatRace);

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.PythonPrimitive)]
    public void RETURNN_never_builds_more_than_100_layers_at_once(Form form)
    {
        foreach (var program in RandomNet.Programs(count: 12, longest: 2000, shortest: 1000))
        {
            var construction = Construction.Of(EmittedNet.Parse(Emitted.Text(RandomNet.Build(program), form)));

            Assert.InRange(construction.Depth, 1, 100);
        }
    }

    private static void Holds(Form form, Func<EmittedNet, IEnumerable<string>> law)
    {
        foreach (var net in nets[form].Value)
        {
            Findings.None(law(net));
        }
    }

    private static Lazy<List<EmittedNet>> Emit(Form form) =>
        new(() =>
            [
                .. RandomNet
                    .Programs(count: 200, longest: 60)
                    .Select(program => EmittedNet.Parse(Emitted.Text(RandomNet.Build(program), form))),
            ]
        );
}
