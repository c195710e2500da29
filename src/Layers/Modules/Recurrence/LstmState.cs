namespace NetDsl.Layers;

/// <summary>What an LSTM has in mind after a frame, or before the first.</summary>
/// <param name="Hidden">Its last output; the dims of its input, with the cells in the place of time and features.</param>
/// <param name="Cell">The sums in its cells; dims as <paramref name="Hidden"/>.</param>
public sealed record LstmState(Tensor Hidden, Tensor Cell);
