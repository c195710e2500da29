namespace NetDsl.Tests.Golden.Python;

/// <summary>A name that the config imported or assigned before, or one of the few built-in ones.</summary>
internal sealed record PyName(string Name);
