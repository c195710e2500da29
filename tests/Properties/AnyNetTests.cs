using System.Collections.Immutable;
using CsCheck;
using NetDsl.Emit;
using NetDsl.Layers;
using NetDsl.Reference;
using NetDsl.Tests.Repository;
using Xunit;
using Form = NetDsl.Tests.Emitting.Form;

namespace NetDsl.Tests.Properties;

/// <summary>What is true of every net, whatever it is made of.</summary>
public sealed class AnyNetTests
{
    private const int Count = 120;
    private const int Computed = 60;

    // Loops, and axes that only their objects can tell apart.
    private static readonly string[] beyondJson =
    [
        "ND3001",
        "ND3010",
        "ND3011",
        "ND3016",
        "ND2031",
        "ND2033",
        "ND2037",
    ];

    private static readonly Lazy<IReadOnlyList<AnyEmissions>> nets = new(() =>
    {
        var random = new PCG(1, 20261123);
        return
        [
            .. Enumerable
                .Range(0, Count)
                .Select(number => new AnyEmissions(number, AnyNet.Programs.Generate(random, null, out _))),
        ];
    });

    [Fact]
    public void Nearly_all_are_emitted_in_Python() =>
        Assert.InRange(nets.Value.Count(IsInPython), Count * 9 / 10, Count);

    [Fact]
    public void What_cannot_be_emitted_is_told_with_a_line() =>
        Findings.None(
            from net in nets.Value
            from error in net.Errors.Values.SelectMany(errors => errors)
            where !error.Location.IsKnown || error.Code.StartsWith("ND9", StringComparison.Ordinal)
            select $"{net.Number}: {error}"
        );

    [Fact]
    public void What_Python_can_say_JSON_can_say_or_tells_why_not() =>
        Findings.None(
            from net in nets.Value.Where(IsInPython)
            from error in net.Errors.Values.SelectMany(errors => errors)
            where !beyondJson.Contains(error.Code)
            select $"{net.Number}: {error}"
        );

    [Fact]
    public void The_check_finds_no_error_in_what_is_emitted() =>
        Findings.None(
            from net in nets.Value
            from emission in net.Emissions.Values
            from finding in ConfigChecker.Check(emission).Diagnostics
            where finding.Severity == Severity.Error
            select $"{net.Number}: {finding}"
        );

    [Fact]
    public void What_is_read_is_written_as_the_same_bytes() =>
        Findings.None(
            from net in nets.Value
            from emission in net.Emissions
            where Rewritten(emission.Value, emission.Key) != emission.Value.Text
            select $"{net.Number} in {emission.Key}"
        );

    [Fact]
    public void JSON_and_Python_are_the_same_net() =>
        Findings.None(
            from net in nets.Value
            where net.Emissions.ContainsKey(Form.Json)
            let json = LayersOf(net.Emissions[Form.Json])
            from layer in LayersOf(net.Emissions[Form.Python])
            let other = json.GetValueOrDefault(layer.Key, "nothing")
            where layer.Value != other
            select $"{net.Number}: {layer.Key} is {layer.Value} in Python, and {other} in JSON"
        );

    [Fact]
    public void Both_forms_have_the_same_variables() =>
        Findings.None(
            from net in nets.Value.Where(IsInPython)
            let fused = VariablesOf(net.Emissions[Form.Python])
            let blocks = VariablesOf(net.Emissions[Form.PythonPrimitive])
            where fused != blocks
            select $"{net.Number}: {fused} is not {blocks}"
        );

    [Fact]
    public void Each_rule_alone_and_all_together_compute_what_the_blocks_do() =>
        Findings.None(
            from net in nets.Value.Where(IsInPython).Take(Computed)
            from finding in Verified(net.Program)
            select $"{net.Number}: {finding}"
        );

    [Fact]
    public void A_net_is_no_other_than_itself() =>
        Findings.None(
            from net in nets.Value
            from emission in net.Emissions.Values
            let view = NetView.Of(emission)
            from edit in NetDifference.Between(view, NetView.Of(emission)).Edits
            select $"{net.Number}: {edit}"
        );

    private static bool IsInPython(AnyEmissions net) => net.Emissions.ContainsKey(Form.Python);

    private static ImmutableArray<Diagnostic> Verified((int, int, int)[] program) =>
        NetVerifier
            .Verify(AnyNet.Build(program), ConfigEmitter.Emit, new(), again: () => AnyNet.Build(program))
            .Diagnostics;

    private static string Rewritten(Emission emission, Form form)
    {
        var isJson = form is Form.Json or Form.JsonPrimitive;
        var imported = ConfigReader.Read(emission.Text, isJson ? "any.json" : "any.py", [])!;
        var format = isJson ? ConfigFormat.Json : ConfigFormat.Python;
        return ConfigWriter.Write(imported.Config, new WriteOptions(format, null, null, Header: true), []);
    }

    // JSON has no objects for dims: what is left of them is how long they are. And where sources are broadcast, RETURNN orders the axes.
    private static Dictionary<string, string> LayersOf(Emission emission)
    {
        var view = NetView.Of(emission);
        return view.Structure.Layers.ToDictionary(
            layer => layer.Path,
            layer =>
            {
                var inferred = view.Inferred[layer];
                var sizes = inferred.Type?.Axes.Select(SizeOf) ?? ["unknown"];
                return $"[{string.Join(", ", sizes.Order(StringComparer.Ordinal))}] {Text(inferred.Variables)}";
            },
            StringComparer.Ordinal
        );
    }

    private static string SizeOf(Axis axis) =>
        axis.IsBatch ? "batch"
        : axis.Size is { } size ? FormattableString.Invariant($"{size}")
        : "?";

    private static string VariablesOf(Emission emission) =>
        Text(NetView.Of(emission).Inferred.Variables().OrderBy(variable => variable.Name, StringComparer.Ordinal));

    private static string Text(IEnumerable<LayerVariable> variables) =>
        string.Join(", ", variables.Select(variable => $"{variable.Name}:{string.Join('x', variable.Shape)}"));
}
