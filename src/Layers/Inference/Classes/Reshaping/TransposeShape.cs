using System.Globalization;

namespace NetDsl.Layers;

/// <summary><c>transpose</c>: the axes in another order.</summary>
internal sealed class TransposeShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input(feature: null);
        var given = call.Option("perm");
        if (input is null || given is null)
        {
            return null;
        }

        var order = new int[input.Rank];
        Array.Fill(order, -1);
        var sources = new HashSet<int>();
        foreach (var (goal, from) in Entries(given))
        {
            var place = goal is IntegerValue number
                ? PlaceOf(number.Value, input.Rank)
                : call.AxisOf(input, "perm", goal);
            if (place is not { } target || call.AxisOf(input, "perm", from) is not { } source)
            {
                return call.Fault is null && !call.IsOpaque ? call.Fail(Wrong(input)) : null;
            }

            if (order[target] >= 0 || !sources.Add(source))
            {
                return call.Fail(Wrong(input));
            }

            order[target] = source;
        }

        if (call.IsOpaque || given is SequenceValue list && list.Items.Length != input.Rank)
        {
            return call.IsOpaque ? null : call.Fail(Wrong(input));
        }

        var rest = new Queue<int>(Enumerable.Range(0, input.Rank).Where(place => !sources.Contains(place)));
        return input.Transpose([.. order.Select(source => source >= 0 ? source : rest.Dequeue())]);
    }

    private static IEnumerable<(OptionValue Goal, OptionValue Source)> Entries(OptionValue given) =>
        given switch
        {
            DictValue dict => dict.Select(entry => (entry.Key, entry.Value)),
            SequenceValue list => list.Items.Select((item, place) => ((OptionValue)place, item)),
            _ => [],
        };

    private static int? PlaceOf(long number, int rank)
    {
        var place = number < 0 ? number + rank : number;
        return place >= 0 && place < rank ? (int)place : null;
    }

    private static ShapeFault Wrong(TensorType input) =>
        ShapeFaults.Options(
            string.Create(CultureInfo.InvariantCulture, $"\"perm\" is no order of the {input.Rank} axes of {input}."),
            null,
            "perm"
        );
}
