namespace NetDsl.Tests.Emitting;

/// <summary>A net with one input <c>data</c> of dims batch, time and in:3, to record something in.</summary>
internal sealed class Sample
{
    private Sample()
    {
        Net = new Net("sample");
        Data = Net.Input("data", [Dim.Batch, Time, In]);
    }

    public Net Net { get; }

    public Dim Time { get; } = Dim.Dynamic("time");

    public Dim In { get; } = Dim.Feature("in", 3);

    public Dim Out { get; } = Dim.Feature("out", 4);

    public Tensor Data { get; }

    /// <summary>The net with what the action records.</summary>
    public static Net Of(Action<Sample> record)
    {
        var sample = new Sample();
        record(sample);
        return sample.Net;
    }

    /// <summary>A statistic of the features: saved, not trained.</summary>
    public Parameter Statistic(string name, double initial = 0.0) => new([In], initial, auxiliary: true, name: name);

    /// <summary>A scalar that counts: saved, not trained.</summary>
    public static Parameter Counter(string name) => new([], 0, auxiliary: true, type: DataType.Int32, name: name);
}
