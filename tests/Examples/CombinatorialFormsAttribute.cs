using System.Reflection;
using NetDsl.Tests.Emitting;
using Xunit.Sdk;

namespace NetDsl.Tests.Examples;

/// <summary>Every model in every form.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CombinatorialFormsAttribute(params string[] models) : DataAttribute
{
    public IReadOnlyList<string> Models { get; } = models;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        from model in Models
        from form in Enum.GetValues<Form>()
        select new object[] { model, form };
}
