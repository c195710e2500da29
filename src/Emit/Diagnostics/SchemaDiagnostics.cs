using System.Globalization;
using System.Text;
using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>ND302x and ND303x: what does not fit RETURNN's schema, one method a cause.</summary>
internal static class SchemaDiagnostics
{
    private const int LongestText = 80;
    private const int MostWords = 12;

    /// <summary>ND3020: a layer class that is not there.</summary>
    internal static Diagnostic UnknownLayerClass(CheckPlace place, string name, string? meant) =>
        Error(
            "ND3020",
            place.At("class"),
            $"RETURNN has no layer class {Quote(name)}, which {place.Subject} asks for.",
            DidYouMean(meant) ?? "Use the name of a layer class as RETURNN documents it."
        );

    /// <summary>ND3021: an option that the class does not take.</summary>
    internal static Diagnostic UnknownOption(CheckPlace place, string option, string layerClass, string? meant) =>
        Error(
            "ND3021",
            place.At(option),
            $"The layer class {Quote(layerClass)} takes no option {Quote(option)}, which {place.Subject} gives.",
            DidYouMean(meant) ?? "Leave it out."
        );

    /// <summary>ND3021: what <c>reuse_params</c> does not take.</summary>
    internal static Diagnostic UnknownReuse(CheckPlace place, string option, string? meant) =>
        Error(
            "ND3021",
            place.At(option),
            $"\"reuse_params\" takes no {Quote(option)}, which {place.Subject} gives.",
            DidYouMean(meant) ?? "Leave it out."
        );

    /// <summary>ND3022: an option that RETURNN fills in.</summary>
    internal static Diagnostic Reserved(CheckPlace place, string option) =>
        Error(
            "ND3022",
            place.At(option),
            $"RETURNN sets the option {Quote(option)} itself; {place.Subject} cannot give it.",
            "Leave it out."
        );

    /// <summary>ND3022: the learning rate among the optimizer's options.</summary>
    internal static Diagnostic LearningRateInOptimizer(CheckPlace place) =>
        Error(
            "ND3022",
            place.At("learning_rate"),
            "RETURNN sets the option \"learning_rate\" itself; the optimizer cannot give it.",
            "Leave it out; the top-level key learning_rate holds it."
        );

    /// <summary>ND3023: an option without which RETURNN refuses the class.</summary>
    internal static Diagnostic Missing(CheckPlace place, LayerOption option, string className) =>
        Error(
            "ND3023",
            place,
            $"The option \"{option.Name}\" is missing in {place.Subject}; {Quote(className)} cannot do without.",
            option.Words is { IsOpen: false } words ? OneOf(words) : $"Give \"{option.Name}\"."
        );

    /// <summary>ND3023: a dict without a class.</summary>
    internal static Diagnostic NoClass(CheckPlace place, string? near) =>
        Error(
            "ND3023",
            place,
            $"The option \"class\" is missing in {place.Subject}.",
            near is null ? "Give \"class\"." : $"Did you mean \"class\" by {Quote(near)}?"
        );

    /// <summary>ND3024: a layer that does not say what it reads.</summary>
    internal static Diagnostic NoFrom(CheckPlace place) =>
        Error(
            "ND3024",
            place,
            $"The option \"from\" is missing in {place.Subject}.",
            "Name the layers it reads; if there are none, write \"from\": []."
        );

    /// <summary>ND3025: a value of a type that the option cannot hold.</summary>
    internal static Diagnostic WrongType(CheckPlace place, LayerOption option, OptionValue value) =>
        Error(
            "ND3025",
            place.At(option.Name),
            $"\"{option.Name}\" of {place.Subject} is {Describe(value)}, where RETURNN takes {option.Type}.",
            null
        ) with
        {
            // RETURNN reads any value of a switch, but hardly as it was meant.
            Severity = option.Type.IsSwitch ? Severity.Warning : Severity.Error,
        };

    /// <summary>ND3025: something else than a dict in the place of a layer or an input.</summary>
    internal static Diagnostic NoDict(CheckPlace place, OptionValue value) =>
        Error("ND3025", place, $"{place.Subject} is {Describe(value)}, where RETURNN takes a dict.", null);

    /// <summary>ND3025: a net of no layer.</summary>
    internal static Diagnostic NoLayers(CheckPlace place) =>
        Error(
            "ND3025",
            place,
            "\"network\" of the config is an empty dict, where RETURNN takes a dict of layers.",
            "Give it at least one layer."
        );

    /// <summary>ND3025: a number that is not one with a point.</summary>
    internal static Diagnostic NotReal(CheckPlace place, string option, OptionValue value, string written) =>
        Error(
            "ND3025",
            place.At(option),
            $"\"{option}\" of {place.Subject} is {Describe(value)}, where RETURNN takes a real number or a function.",
            $"Write {written}."
        );

    /// <summary>ND3026: a text that is none of those that RETURNN knows there.</summary>
    internal static Diagnostic UnknownWord(
        CheckPlace place,
        string option,
        string text,
        string? meant,
        WordSet words
    ) =>
        Error(
            "ND3026",
            place.At(option),
            $"\"{option}\" of {place.Subject} is {Quote(text)}, which RETURNN does not know.",
            DidYouMean(meant) ?? OneOf(words)
        );

    /// <summary>ND3026: a text that may be a name of TensorFlow.</summary>
    internal static Diagnostic RareWord(CheckPlace place, string option, string text) =>
        Error(
            "ND3026",
            place.At(option),
            $"\"{option}\" of {place.Subject} is {Quote(text)}, which neither NetDsl nor perhaps RETURNN knows.",
            "Check that this version of RETURNN and TensorFlow has it."
        ) with
        {
            Severity = Severity.Warning,
        };

    /// <summary>ND3026: a text that describes no axis.</summary>
    internal static Diagnostic UnknownAxis(CheckPlace place, string option, string text, string? meant) =>
        Error(
            "ND3026",
            place.At(option),
            $"\"{option}\" of {place.Subject} is {Quote(text)}, which is no description of an axis.",
            DidYouMean(meant) ?? "Use a dim, \"T\", \"F\", \"B\", \"spatial\", \"static\", \"dim:40\" or \"stag:time\"."
        );

    /// <summary>ND3027: a loss that is not there.</summary>
    internal static Diagnostic UnknownLoss(CheckPlace place, string name, string? meant) =>
        Error(
            "ND3027",
            place.At("loss"),
            $"RETURNN has no loss {Quote(name)}, which {place.Subject} asks for.",
            DidYouMean(meant) ?? "Use a loss as RETURNN documents it, such as \"ce\" or \"as_is\"."
        );

    /// <summary>ND3028: an option that the loss does not take.</summary>
    internal static Diagnostic UnknownLossOption(CheckPlace place, string option, string loss, string? meant) =>
        Error(
            "ND3028",
            place.At(option),
            $"The loss {Quote(loss)} takes no option {Quote(option)}, which {place.Subject} gives.",
            DidYouMean(meant) ?? "Leave it out."
        );

    /// <summary>ND3029: an optimizer that is not there.</summary>
    internal static Diagnostic UnknownOptimizer(CheckPlace place, string name, string? meant) =>
        Error(
            "ND3029",
            place.At("class"),
            $"RETURNN has no optimizer {Quote(name)}.",
            DidYouMean(meant) ?? "Check that this version of TensorFlow has it."
        ) with
        {
            // Optimizers come and go with TensorFlow.
            Severity = meant is null ? Severity.Warning : Severity.Error,
        };

    /// <summary>ND3030: an option that the optimizer does not take.</summary>
    internal static Diagnostic UnknownOptimizerOption(
        CheckPlace place,
        OptimizerClass optimizer,
        string option,
        string? meant
    ) =>
        Error(
            "ND3030",
            place.At(option),
            $"The optimizer \"{optimizer.Name}\" takes no option {Quote(option)}.",
            DidYouMean(meant) ?? "Leave it out."
        ) with
        {
            Severity = meant is null && optimizer.IsOfKeras ? Severity.Warning : Severity.Error,
        };

    /// <summary>ND3031: a dataset class that is not there.</summary>
    internal static Diagnostic UnknownDataset(CheckPlace place, string name, string? meant) =>
        Error(
            "ND3031",
            place.At("class"),
            $"RETURNN has no dataset class {Quote(name)}, which {place.Subject} asks for.",
            DidYouMean(meant) ?? "Use the name of a dataset class as RETURNN documents it."
        );

    /// <summary>ND3032: an option that the dataset does not take.</summary>
    internal static Diagnostic UnknownDatasetOption(CheckPlace place, string option, string dataset, string? meant) =>
        Error(
            "ND3032",
            place.At(option),
            $"The dataset class {Quote(dataset)} takes no option {Quote(option)}, which {place.Subject} gives.",
            DidYouMean(meant) ?? "Leave it out."
        );

    /// <summary>ND3033: a top-level key that RETURNN does not read, and that is nearly one it does.</summary>
    internal static Diagnostic MisspeltKey(CheckPlace place, string key, string meant) =>
        Error("ND3033", place.At(key), $"RETURNN ignores the top-level key {Quote(key)}.", DidYouMean(meant)) with
        {
            Severity = Severity.Warning,
        };

    /// <summary>ND3034: options of a loss where there is none.</summary>
    internal static Diagnostic OptionsWithoutLoss(CheckPlace place, string option) =>
        Error(
            "ND3034",
            place.At(option),
            $"\"{option}\" is given by {place.Subject}, which has no loss.",
            $"Give \"loss\", or leave \"{option}\" out."
        );

    /// <summary>ND3035: something that no tensor has.</summary>
    internal static Diagnostic UnknownDataOption(CheckPlace place, string option, string? meant) =>
        Error(
            "ND3035",
            place.At(option),
            $"A tensor is not described by {Quote(option)}, which {place.Subject} gives.",
            DidYouMean(meant) ?? "Leave it out."
        );

    /// <summary>ND3036: an axis by its number or place.</summary>
    internal static Diagnostic AxisNoMore(CheckPlace place, string option, OptionValue axis, int version) =>
        NoMore(place, option, axis, version, "Name the axis by its dim, or as \"T\", \"F\" or \"B\".");

    /// <summary>ND3036: what a behavior version has done away with.</summary>
    internal static Diagnostic NoMore(
        CheckPlace place,
        string option,
        OptionValue value,
        int version,
        string suggestion
    ) =>
        Error(
            "ND3036",
            place.At(option),
            string.Create(
                CultureInfo.InvariantCulture,
                $"\"{option}\" of {place.Subject} is {Describe(value)}, which RETURNN refuses from behavior_version {version} on."
            ),
            suggestion
        );

    /// <summary>ND3038: an engine that builds no net of layers.</summary>
    internal static Diagnostic OtherEngine(CheckPlace top) =>
        Error(
            "ND3038",
            top.At("backend"),
            "\"backend\" of the config is \"tensorflow\", with which RETURNN does not read \"network\".",
            "Write use_tensorflow = True, or backend = \"tensorflow-net-dict\"."
        ) with
        {
            // It did until 2026-08.
            Severity = Severity.Warning,
        };

    /// <summary>ND3038: a way to build nets that does not work.</summary>
    internal static Diagnostic FlatConstruction(CheckPlace top) =>
        Error(
            "ND3038",
            top.At("flat_net_construction"),
            "With \"flat_net_construction\" RETURNN fails at subnetworks, and never ends at loops.",
            "Leave it out."
        ) with
        {
            Severity = Severity.Warning,
        };

    /// <summary>A text of the user's in a message of one line.</summary>
    internal static string Quote(string text) => Quotation.Of(text, LongestText);

    private static Diagnostic Error(string code, CheckPlace place, string message, string? suggestion) =>
        new(code, Severity.Error, Capital(message))
        {
            Layer = place.Layer,
            Location = place.Location,
            Suggestion = suggestion,
        };

    private static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];

    private static string? DidYouMean(string? meant) => meant is null ? null : $"Did you mean \"{meant}\"?";

    private static string OneOf(WordSet words) =>
        words.Words.Count > MostWords
            ? "Use a word that RETURNN documents."
            : $"Use one of {string.Join(", ", words.Words.Select(Quote))}.";

    private static string Describe(OptionValue value) =>
        value switch
        {
            NoneValue => "None",
            BoolValue flag => flag.Value ? "True" : "False",
            IntegerValue number => number.Value.ToString(CultureInfo.InvariantCulture),
            RealValue { Value: var number } when double.IsFinite(number) => Real(number),
            RealValue => "a number that is not finite",
            StringValue text => $"the text {Quote(text.Value)}",
            DimValue dim => $"the dim {Quote(dim.Value.Name)}",
            SequenceValue { Items: [_, ..] items } => $"a list of {items.Length}, beginning with {Item(items[0])}",
            SequenceValue => "an empty list",
            DictValue => "a dict",
            _ => "another value",
        };

    private static string Item(OptionValue value) => value is SequenceValue ? "a list" : Describe(value);

    private static string Real(double number)
    {
        var text = new StringBuilder();
        LiteralFormatter.AppendReal(text, number);
        return text.ToString();
    }
}
