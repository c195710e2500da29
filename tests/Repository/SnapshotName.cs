using System.Collections;
using System.Globalization;
using System.Reflection;
using Xunit.Sdk;

namespace NetDsl.Tests.Repository;

/// <summary>
/// How Verify names a snapshot, <c>Class.Method_name=value.verified.py</c>, and the way back from such a name to its test.
/// </summary>
internal static class SnapshotName
{
    private const string Mark = ".verified.";

    /// <summary><c>_name=value</c> for each value: the first parameters of the test, in order.</summary>
    public static string Suffix(MethodInfo test, IReadOnlyList<object?> values)
    {
        var parameters = test.GetParameters();
        if (values.Count == 0 || values.Count > parameters.Length)
        {
            throw new ArgumentException($"{test.Name} has {parameters.Length} parameters, {values.Count} were given.");
        }

        return string.Concat(values.Select((value, index) => $"_{parameters[index].Name}={Clean(Show(value))}"));
    }

    /// <summary>The text with a dash for each character that some file system refuses.</summary>
    public static string Clean(string text) =>
        string.Concat(text.Select(c => c < ' ' || "\"<>|:*?\\/".Contains(c, StringComparison.Ordinal) ? '-' : c));

    /// <summary>The test whose snapshot has this file name, or null: the snapshot is an orphan.</summary>
    public static MethodInfo? FindTest(string fileName)
    {
        var end = fileName.LastIndexOf(Mark, StringComparison.Ordinal);
        var dot = fileName.IndexOf('.', StringComparison.Ordinal);
        if (end < 0 || dot >= end)
        {
            return null;
        }

        var rest = fileName[(dot + 1)..end];
        return TestMethods.OfClass(fileName[..dot]).FirstOrDefault(test => Owns(test, rest));
    }

    // Test names are sentences with underscores, so the name's end is found from the test, not from the text.
    private static bool Owns(MethodInfo test, string rest)
    {
        if (rest == test.Name)
        {
            return test.GetParameters().Length == 0;
        }

        return rest.StartsWith(test.Name + "_", StringComparison.Ordinal) && OwnsSuffix(test, rest[test.Name.Length..]);
    }

    private static bool OwnsSuffix(MethodInfo test, string suffix) =>
        !suffix.Contains('=', StringComparison.Ordinal)
        || RowsOf(test).Any(row => Enumerable.Range(1, row.Length).Any(n => Suffix(test, row[..n]) == suffix));

    private static IEnumerable<object?[]> RowsOf(MethodInfo test) =>
        test.GetCustomAttributes<DataAttribute>().SelectMany(data => data.GetData(test) ?? []);

    private static string Show(object? value) =>
        value switch
        {
            null => "null",
            string text => text,
            IEnumerable items => $"[{string.Join(',', items.Cast<object?>().Select(Show))}]",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
