namespace NetDsl.Emit;

/// <summary>When a value goes on one line and when it is broken into several.</summary>
internal static class LineWidth
{
    /// <summary>Columns of a line.</summary>
    public const int Columns = 120;

    /// <summary>Whether a value can be broken at all: lists of plain values stay on their line, whatever its length.</summary>
    public static bool CanBreak(OptionValue value)
    {
        if (value is not SequenceValue sequence)
        {
            return value is DictValue { Count: > 0 };
        }

        foreach (var item in sequence.Items)
        {
            if (item is SequenceValue or DictValue)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// A look ahead that stops as soon as the value is too long for sure. It saves writing a large value first and taking it back
    /// then, once at each level.
    /// </summary>
    public static bool MayFit(OptionValue value, int room) => RoomLeft(value, room) >= 0;

    private static int RoomLeft(OptionValue value, int room)
    {
        switch (value)
        {
            case StringValue text:
                return room - text.Value.Length - 2;
            case SequenceValue sequence:
                room -= 2;
                foreach (var item in sequence.Items)
                {
                    room = RoomLeft(item, room);
                    if (room < 0)
                    {
                        break;
                    }
                }

                return room;
            case DictValue dict:
                room -= 2;
                foreach (var (key, item) in dict)
                {
                    room = RoomLeft(item, RoomLeft(key, room));
                    if (room < 0)
                    {
                        break;
                    }
                }

                return room;
            default:
                return room - 1;
        }
    }
}
