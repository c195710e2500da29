using NetDsl.Emit;

namespace NetDsl.Tests.Comparing;

/// <summary>Does one edit at a place of its own; null if the net has no such place.</summary>
/// <param name="editor">The net.</param>
/// <param name="touched">Layers that other edits have to do with; takes those of this one.</param>
/// <param name="layer">Which of the layers that allow the edit.</param>
/// <param name="choice">Which of the ways to do it.</param>
internal delegate NetEdit? SeededEdit(NetEditor editor, HashSet<string> touched, int layer, int choice);
