namespace NetDsl.Tests.Lowering;

/// <summary>A variable as RETURNN makes it for a config: two configs with equal ones share checkpoints.</summary>
internal sealed record CheckpointVariable(string Name, string Shape, bool IsTrainable, string Initial);
