using System.Globalization;

namespace NetDsl.Emit;

/// <summary>Short texts in pictures.</summary>
internal static class PictureText
{
    private const int Longest = 38;
    private static readonly string[] units = ["", "k", "M", "G", "T"];

    /// <summary>No longer than a box may be wide.</summary>
    internal static string Cut(string text) => text.Length <= Longest ? text : $"{text[..(Longest - 1)]}…";

    /// <summary>How much a node holds.</summary>
    internal static string Summary(PictureNode node)
    {
        var layers = string.Create(
            CultureInfo.InvariantCulture,
            $"{node.Layers} {(node.Layers == 1 ? "layer" : "layers")}"
        );
        return node.Parameters == 0 ? layers : $"{layers}, {Count(node.Parameters)} parameters";
    }

    /// <summary>A number with three digits.</summary>
    internal static string Count(long number)
    {
        var (shown, unit) = ((double)number, 0);
        while (shown >= 1000 && unit < units.Length - 1)
        {
            shown /= 1000;
            unit++;
        }

        var form =
            shown < 10 && unit > 0 ? "0.##"
            : shown < 100 && unit > 0 ? "0.#"
            : "0";
        return shown.ToString(form, CultureInfo.InvariantCulture) + units[unit];
    }

    /// <summary>The family of a class, which gives its colour.</summary>
    internal static string Family(PictureNode node) =>
        node.Kind switch
        {
            PictureKind.Input => "input",
            PictureKind.Loop => "loop",
            PictureKind.Cond => "cond",
            PictureKind.Module or PictureKind.Subnetwork or PictureKind.Masked or PictureKind.Net => "module",
            _ => Family(node.Class),
        };

    private static string Family(string name) =>
        name switch
        {
            "linear" or "embedding" or "dot" or "gating" or "matmul" or "hidden" or "forward" => "map",
            "softmax" or "loss" => "output",
            "rec" or "rnn_cell" or "lstm" => "recurrent",
            "variable" or "constant" or "random" or "variable_read" or "variable_assign" => "variable",
            "dropout" or "spec_augment" => "noise",
            _ when name.Contains("conv", StringComparison.Ordinal) || name is "pool" or "resize" or "pad" => "conv",
            _ when name.Contains("attention", StringComparison.Ordinal)
                    || name.Contains("pos_enc", StringComparison.Ordinal) => "attention",
            _ when name.Contains("norm", StringComparison.Ordinal) => "norm",
            _ => "other",
        };
}
