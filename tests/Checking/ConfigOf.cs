using NetDsl.Emit;
using NetDsl.Tests.Golden.Python;

namespace NetDsl.Tests.Checking;

/// <summary>A config that was read from Python or JSON as the config that the check takes.</summary>
internal static class ConfigOf
{
    public static Config Text(string python) => Values(PythonConfig.Parse(python));

    public static Config Values(PythonConfig read) =>
        new("read", [.. read.Assignments.Select(item => KeyValuePair.Create(item.Name, Value(item.Value)))]);

    private static OptionValue Value(object? value) =>
        value switch
        {
            null => OptionValue.None,
            bool flag => flag,
            long number => number,
            double number => number,
            string text => text,
            List<object?> list => OptionValue.List([.. list.Select(Value)]),
            PyTuple tuple => OptionValue.Tuple([.. tuple.Items.Select(Value)]),
            PySet set => OptionValue.Set([.. set.Items.Select(Value)]),
            PyDict dict => Dict(dict),
            // Dims and all that is computed: the check does not look into code.
            _ => OptionValue.Code(PythonText.Of(value)),
        };

    private static DictValue Dict(PyDict dict)
    {
        var result = DictValue.Empty;
        foreach (var (key, value) in dict)
        {
            result = result.With(Value(key), Value(value));
        }

        return result;
    }
}
