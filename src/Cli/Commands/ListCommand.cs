using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NetDsl.Emit;
using Newtonsoft.Json;

namespace NetDsl.Cli;

/// <summary>Names the models of a program, with their size and their line. One that cannot be emitted has no size.</summary>
internal sealed class ListCommand(CliHost host, string? model, bool isJson, ModelSource source)
{
    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public int Run(Report report)
    {
        using var program = source.Open(model);
        report.Add(program.Diagnostics);
        var failures = new List<Diagnostic>();
        var selection = new ModelSelection(host, program.Models);
        var found = selection
            .All(failures)
            .Select(net => new ListedModel(
                net,
                Size(net, failures),
                program.Functions[selection.PositionOf(net)].Parameters
            ))
            .ToList();
        report.Add(failures);
        StandardOutput.Write(host, utf8.GetBytes(isJson ? Json(found) : Text(found)));
        return report.Outcome;
    }

    private NetStatistics? Size(Net net, List<Diagnostic> failures)
    {
        host.Cancellation.ThrowIfCancellationRequested();
        try
        {
            return ConfigStatistics.Of(host.Emitter(net, new EmitOptions()));
        }
        catch (ModelException wrong)
        {
            failures.AddRange(wrong.Diagnostics);
            return null;
        }
    }

    private string Text(List<ListedModel> found)
    {
        var paths = new DisplayPath(host.CurrentDirectory);
        var width = found.Select(model => model.Net.Name.Length).DefaultIfEmpty().Max();
        var text = new StringBuilder();
        foreach (var (net, size, parameters) in found)
        {
            var figures = size is null
                ? "cannot be emitted"
                : string.Create(CultureInfo.InvariantCulture, $"{size.Layers} layers, {Count(size)} parameters");
            var line = net.Location.Line.ToString(CultureInfo.InvariantCulture);
            text.Append(
                CultureInfo.InvariantCulture,
                $"{net.Name.PadRight(width)}  {figures}  {paths.Show(net.Location.Path)}:{line}{Words(parameters)}\n"
            );
        }

        return text.ToString();
    }

    private static string Words(ImmutableArray<ModelParameter> parameters) =>
        parameters.IsEmpty
            ? ""
            : "  --param " + string.Join(", ", parameters.Select(p => $"{p.Name}={p.Default ?? $"<{p.TypeName}>"}"));

    private static long Count(NetStatistics size) => size.Parameters.Sum(parameter => parameter.Count);

    private string Json(List<ListedModel> found)
    {
        var paths = new DisplayPath(host.CurrentDirectory);
        using var text = new StringWriter { NewLine = "\n" };
        using (var json = new JsonTextWriter(text) { CloseOutput = false })
        {
            json.WriteStartObject();
            json.WritePropertyName("formatVersion");
            json.WriteValue(1);
            json.WritePropertyName("models");
            json.WriteStartArray();
            foreach (var (net, size, parameters) in found)
            {
                json.WriteStartObject();
                json.WritePropertyName("name");
                json.WriteValue(net.Name);
                json.WritePropertyName("layers");
                json.WriteValue(size?.Layers);
                json.WritePropertyName("parameters");
                json.WriteValue(size is null ? null : Count(size));
                json.WritePropertyName("path");
                json.WriteValue(paths.Show(net.Location.Path));
                json.WritePropertyName("line");
                json.WriteValue(net.Location.Line);
                json.WritePropertyName("arguments");
                json.WriteStartArray();
                foreach (var parameter in parameters)
                {
                    json.WriteStartObject();
                    json.WritePropertyName("name");
                    json.WriteValue(parameter.Name);
                    json.WritePropertyName("type");
                    json.WriteValue(parameter.TypeName);
                    json.WritePropertyName("default");
                    json.WriteValue(parameter.Default);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return text + "\n";
    }
}
