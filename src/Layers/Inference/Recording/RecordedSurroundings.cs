namespace NetDsl.Layers;

/// <summary>The net around a layer that is being recorded: the root, where nothing loops. Nets inside it are not recorded.</summary>
internal sealed class RecordedSurroundings(RecordedNet net, RecordedOptions options) : ILayerSurroundings
{
    public AxisSpace Space => net.Space;

    public int BehaviorVersion => net.BehaviorVersion;

    public string NetPath => "";

    public bool IsInLoop => false;

    public Axis? LoopAxis => null;

    public string DefaultTarget => net.DefaultTarget;

    public string DefaultInput => "data";

    public TensorType? Layer(string option, int index) =>
        options.Find(option, index) is { } tensor ? net.TypeOf(tensor) : null;

    public int CountOf(string option) => options.CountOf(option);

    public TensorType? Target(string key) => options.Named(key) is { } tensor ? net.TypeOf(tensor) : Extern(key);

    public TensorType? Extern(string key) => net.Input(key);

    public TensorType? Inner(string option, string? layer) => null;

    public TensorType? Inside(string option) => null;

    public bool IsStacked(string option, string layer) => false;
}
