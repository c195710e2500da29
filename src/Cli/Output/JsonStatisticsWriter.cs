using System.Collections.Immutable;
using NetDsl.Emit;
using Newtonsoft.Json;

namespace NetDsl.Cli;

/// <summary>Statistics for programs, format version 1.</summary>
internal static class JsonStatisticsWriter
{
    public static void Write(NetStatistics statistics, TextWriter target)
    {
        using (var json = new JsonTextWriter(target) { CloseOutput = false })
        {
            json.WriteStartObject();
            json.WritePropertyName("formatVersion");
            json.WriteValue(1);
            json.WritePropertyName("layers");
            json.WriteValue(statistics.Layers);
            WriteClasses(statistics, json);
            json.WritePropertyName("depth");
            json.WriteValue(statistics.Depth);
            json.WritePropertyName("dead");
            json.WriteStartArray();
            foreach (var path in statistics.Dead)
            {
                json.WriteValue(path);
            }

            json.WriteEndArray();
            WriteParameters(statistics, json);
            WriteCost(statistics.Cost, json);
            WriteDims(statistics, json);
            json.WriteEndObject();
        }

        target.Write('\n');
        target.Flush();
    }

    private static void WriteClasses(NetStatistics statistics, JsonTextWriter json)
    {
        json.WritePropertyName("byClass");
        json.WriteStartObject();
        foreach (var (name, count) in statistics.ByClass)
        {
            json.WritePropertyName(name);
            json.WriteValue(count);
        }

        json.WriteEndObject();
    }

    private static void WriteParameters(NetStatistics statistics, JsonTextWriter json)
    {
        json.WritePropertyName("parameters");
        json.WriteStartObject();
        json.WritePropertyName("count");
        json.WriteValue(statistics.Parameters.Sum(parameter => parameter.Count));
        json.WritePropertyName("trainable");
        json.WriteValue(statistics.Parameters.Where(parameter => parameter.IsTrainable).Sum(p => p.Count));
        json.WritePropertyName("isLowerBound");
        json.WriteValue(statistics.UnknownParameters.Length > 0);
        json.WritePropertyName("unknown");
        json.WriteStartArray();
        foreach (var path in statistics.UnknownParameters)
        {
            json.WriteValue(path);
        }

        json.WriteEndArray();
        json.WritePropertyName("items");
        json.WriteStartArray();
        foreach (var parameter in statistics.Parameters)
        {
            json.WriteStartObject();
            json.WritePropertyName("name");
            json.WriteValue(parameter.Name);
            json.WritePropertyName("shape");
            WriteSizes(parameter.Shape, json);
            json.WritePropertyName("trainable");
            json.WriteValue(parameter.IsTrainable);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCost(CostStatistics cost, JsonTextWriter json)
    {
        json.WritePropertyName("cost");
        json.WriteStartObject();
        WriteTerms("multiplyAdds", cost.MultiplyAdds, json);
        WriteTerms("activationBytes", cost.ActivationBytes, json);
        json.WritePropertyName("parameterBytes");
        json.WriteValue(cost.ParameterBytes);
        json.WritePropertyName("uncounted");
        json.WriteStartArray();
        foreach (var path in cost.Uncounted)
        {
            json.WriteValue(path);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTerms(string name, ImmutableArray<CostTerm> terms, JsonTextWriter json)
    {
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var term in terms)
        {
            json.WriteStartObject();
            json.WritePropertyName("factor");
            json.WriteValue(term.Factor);
            json.WritePropertyName("lengths");
            json.WriteStartArray();
            foreach (var length in term.Lengths)
            {
                json.WriteValue(length);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSizes(ImmutableArray<int> sizes, JsonTextWriter json)
    {
        json.WriteStartArray();
        foreach (var size in sizes)
        {
            json.WriteValue(size);
        }

        json.WriteEndArray();
    }

    private static void WriteDims(NetStatistics statistics, JsonTextWriter json)
    {
        json.WritePropertyName("layerDims");
        json.WriteStartObject();
        foreach (var (path, dims) in statistics.LayerDims)
        {
            json.WritePropertyName(path);
            json.WriteStartArray();
            foreach (var dim in dims)
            {
                json.WriteStartArray();
                json.WriteValue(dim.Name);
                json.WriteValue(dim.Kind);
                json.WriteValue(dim.Size);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
