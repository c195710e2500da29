using NetDsl.Emit;

namespace NetDsl.Cli;

/// <summary>A difference with its places as the reader knows them.</summary>
internal static class ShownDifference
{
    public static NetDifference Between(NetView old, NetView @new, CliHost host)
    {
        var paths = new DisplayPath(host.CurrentDirectory);
        var difference = NetDifference.Between(old, @new);
        return difference with
        {
            Edits =
            [
                .. difference.Edits.Select(edit =>
                    edit with
                    {
                        Location = edit.Location with { Path = paths.Show(edit.Location.Path) },
                    }
                ),
            ],
        };
    }
}
