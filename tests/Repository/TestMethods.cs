using System.Reflection;
using Xunit;

namespace NetDsl.Tests.Repository;

/// <summary>The tests of this assembly, by class and method as snapshots name them.</summary>
internal static class TestMethods
{
    private static readonly Lazy<ILookup<string, MethodInfo>> byClass = new(() =>
        Classes()
            .SelectMany(type => Of(type).Select(method => (type.Name, Method: method)))
            .ToLookup(test => test.Name, test => test.Method, StringComparer.Ordinal)
    );

    public static IEnumerable<Type> Classes() => typeof(TestMethods).Assembly.GetTypes().Where(type => Of(type).Any());

    public static IEnumerable<MethodInfo> OfClass(string className) => byClass.Value[className];

    public static MethodInfo? Find(string className, string methodName) =>
        OfClass(className).FirstOrDefault(method => method.Name == methodName);

    private static IEnumerable<MethodInfo> Of(Type type) =>
        type.GetMethods().Where(method => method.IsDefined(typeof(FactAttribute), inherit: false));
}
