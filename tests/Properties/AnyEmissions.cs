using NetDsl.Emit;
using NetDsl.Tests.Emitting;

namespace NetDsl.Tests.Properties;

/// <summary>One of the nets, in all forms that it can be emitted in.</summary>
internal sealed class AnyEmissions
{
    private readonly Dictionary<Form, Emission> emissions = [];
    private readonly Dictionary<Form, IReadOnlyList<Diagnostic>> errors = [];

    public AnyEmissions(int number, (int, int, int)[] program)
    {
        (Number, Program) = (number, program);
        foreach (var form in Enum.GetValues<Form>())
        {
            try
            {
                emissions[form] = ConfigEmitter.Emit(AnyNet.Build(program), Emitted.Options(form));
            }
            catch (ModelException end)
            {
                errors[form] = [.. end.Diagnostics.Where(finding => finding.Severity == Severity.Error)];
            }
        }
    }

    public int Number { get; }

    /// <summary>What <see cref="AnyNet.Build"/> makes it of.</summary>
    public (int, int, int)[] Program { get; }

    public IReadOnlyDictionary<Form, Emission> Emissions => emissions;

    /// <summary>Why there is no emission.</summary>
    public IReadOnlyDictionary<Form, IReadOnlyList<Diagnostic>> Errors => errors;
}
