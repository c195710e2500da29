namespace NetDsl.Tests.Emitting;

/// <summary>The forms of a config that snapshots show.</summary>
public enum Form
{
    Python,
    PythonPrimitive,
    Json,
    JsonPrimitive,
}
