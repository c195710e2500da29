using NetDsl.Emit;
using NetDsl.Tests.Golden;
using Xunit;

namespace NetDsl.Tests.Emitting;

/// <summary>What the emitter makes of a net.</summary>
internal static class Emitted
{
    public static EmitOptions Options(Form form) =>
        new()
        {
            Format = form is Form.Json or Form.JsonPrimitive ? ConfigFormat.Json : ConfigFormat.Python,
            Lower = form is Form.Python or Form.Json,
        };

    public static string Extension(Form form) => form is Form.Json or Form.JsonPrimitive ? "json" : "py";

    /// <summary>The whole config.</summary>
    public static string Text(Net net, Form form = Form.Python) => ConfigEmitter.Emit(net, Options(form)).Text;

    /// <summary>The layers of the config, as an independent reader sees them.</summary>
    public static NetSummary Summary(Net net, Form form = Form.Python) =>
        Extension(form) == "json" ? NetSummary.OfJson(Text(net, form)) : NetSummary.OfPython(Text(net, form));

    /// <summary>The errors of a net that cannot be emitted; fails if it can.</summary>
    public static IReadOnlyList<Diagnostic> Errors(Net net, Form form = Form.Python) =>
        [
            .. Assert
                .Throws<ModelException>(() => Text(net, form))
                .Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error),
        ];
}
