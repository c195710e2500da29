namespace NetDsl.Emit;

/// <summary>The pieces of a Python config that the frame puts in order. Each is whole lines, or empty.</summary>
/// <param name="Model">The model's name, fit for a comment.</param>
/// <param name="Header">The comment that says where the file comes from.</param>
/// <param name="Imports">Import lines.</param>
/// <param name="Settings">The top-level keys ahead of the first that uses a dim.</param>
/// <param name="Dims">The declarations of all dims.</param>
/// <param name="Body">The other top-level keys, the net among them.</param>
internal sealed record PythonBlocks(
    string Model,
    string Header,
    string Imports,
    string Settings,
    string Dims,
    string Body
);
