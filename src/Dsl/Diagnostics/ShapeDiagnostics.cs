using System.Collections.Immutable;

namespace NetDsl;

/// <summary>ND2xxx: dims, shapes and types that do not fit.</summary>
internal static partial class ShapeDiagnostics
{
    /// <summary>Neither operand holds all dims of the other.</summary>
    internal static Diagnostic DimMismatch(string kind, Tensor left, Tensor right) =>
        Error("ND2001", $"{kind} of {left.Dims} and {right.Dims}: neither has all dims of the other.") with
        {
            Related = Operands(left, right),
            Suggestion = MismatchSuggestion(left, right),
        };

    /// <summary>An operation names a dim its operand lacks.</summary>
    internal static Diagnostic NoSuchDim(string kind, Shape missing, Tensor operand) =>
        Error("ND2002", $"{kind} over {missing}, but its operand has the dims {operand.Dims}.") with
        {
            Related = Known(From("the operand", operand)),
            Suggestion = SameNameSuggestion(missing, operand),
        };

    /// <summary>Entries of a type the operation cannot take.</summary>
    internal static Diagnostic WrongType(string kind, string expected, Tensor operand) =>
        Error("ND2003", $"{kind} needs {expected}, but its operand is {TypeOf(operand)}.") with
        {
            Related = Known(From("the operand", operand)),
            Suggestion = operand.Sparse is null
                ? "Convert it with Cast."
                : "Turn class indices into vectors with an embedding.",
        };

    /// <summary>Two operands of different types.</summary>
    internal static Diagnostic TypeMismatch(string kind, Tensor left, Tensor right) =>
        Error("ND2004", $"{kind} of {TypeOf(left)} and {TypeOf(right)}.") with
        {
            Related = Operands(left, right),
            Suggestion = "Convert one of them with Cast.",
        };

    /// <summary>A Cond's condition is not one truth value.</summary>
    internal static Diagnostic NotACondition(Tensor condition) =>
        Error(
            "ND2005",
            $"A condition is one truth value, but this is {TypeOf(condition)} with the dims {condition.Dims}."
        ) with
        {
            Related = Known(From("the condition", condition)),
            Suggestion =
                condition.Type == DataType.Bool
                    ? "Use Where to choose entry by entry, or reduce it with ReduceAny or ReduceAll."
                    : "Compare it with something, or use TrainFlag().",
        };

    /// <summary>The branches of a Cond yield a different number of results.</summary>
    internal static Diagnostic BranchCount(int then, int otherwise) =>
        Error("ND2006", FormattableString.Invariant($"One branch yields {then} results, the other {otherwise}.")) with
        {
            Suggestion = "Return the same number of tensors from both branches.",
        };

    /// <summary>A result has other dims in one branch than in the other.</summary>
    internal static Diagnostic BranchDims(int index, Tensor then, Tensor otherwise) =>
        Error("ND2007", $"{Result(index)} is {then.Dims} in one branch and {otherwise.Dims} in the other.") with
        {
            Related = Known(From("when true", then), From("when false", otherwise)),
            Suggestion = "Give both branches the same dims.",
        };

    /// <summary>A result has another type in one branch than in the other.</summary>
    internal static Diagnostic BranchTypes(int index, Tensor then, Tensor otherwise) =>
        Error("ND2008", $"{Result(index)} is {TypeOf(then)} in one branch and {TypeOf(otherwise)} in the other.") with
        {
            Related = Known(From("when true", then), From("when false", otherwise)),
            Suggestion = "Convert one of them with Cast.",
        };

    /// <summary>An assigned value has dims the parameter lacks.</summary>
    internal static Diagnostic AssignedDims(Parameter parameter, Tensor value) =>
        Error("ND2009", $"A value of {value.Dims} cannot be assigned to a parameter of {parameter.Dims}.") with
        {
            Related = Known(From("the value", value), From("the parameter", parameter)),
            Suggestion = $"Reduce the value over {value.Dims.Except(parameter.Dims)} first.",
        };

    /// <summary>A reduction over no dims.</summary>
    internal static Diagnostic NothingToReduce(string kind, Tensor operand) =>
        Error("ND2010", $"{kind} of {operand.Dims} over no dims.") with
        {
            Related = Known(From("the operand", operand)),
            Suggestion = "Name at least one dim; RETURNN refuses a reduction over none.",
        };

    /// <summary>A target of cross entropy says nothing about its classes.</summary>
    internal static Diagnostic TargetWithoutClasses(Tensor target) =>
        Error(
            "ND2011",
            $"The target {target.Dims} has neither a sparse dim nor a feature dim, so its classes are unknown."
        ) with
        {
            Related = Known(From("the target", target)),
            Suggestion = "Declare it with net.Input(..., sparse: classes).",
        };

    /// <summary>A module that needs a feature dim got a tensor without one.</summary>
    internal static Diagnostic NoFeature(string module, Tensor input) =>
        Error("ND2012", $"{module} finds no feature dim in {input.Dims}.") with
        {
            Related = Known(From("the input", input)),
            Suggestion = input.Sparse is null
                ? "Make the last dim with Dim.Feature, or name it to the module's constructor."
                : "Class indices have no features: map them to some with Embedding first.",
        };

    /// <summary>What a module yields would have one dim twice.</summary>
    internal static Diagnostic SameDimTwice(string module, Dim dim, Tensor input) =>
        Error("ND2014", $"{module} yields {dim}, which stays in its result from {input.Dims} already.") with
        {
            Related = Known(From("the input", input)),
            Suggestion = "Make a second dim of the same size, and map to that.",
        };

    /// <summary>A module that runs along one dynamic dim got none, or several.</summary>
    internal static Diagnostic NotOneDynamic(string module, Tensor input) =>
        Error("ND2013", $"{module} runs along one dynamic dim, but its input has the dims {input.Dims}.") with
        {
            Related = Known(From("the input", input)),
            Suggestion =
                "Name the dim in the call, where it takes one, or give it an input with one dim made with Dim.Dynamic.",
        };

    /// <summary>Padding is to be left out of what has no batch dim: each sequence would need a result of its own.</summary>
    internal static Diagnostic NoBatchToMask(string kind, Dim axis, Tensor input) =>
        Error("ND2016", $"{kind} leaves out padding of {axis}, but its input {input.Dims} has no batch dim.") with
        {
            Related = Known(From("the input", input)),
            Suggestion = "Combine it first with a tensor that has the batch dim, or reduce with masked: false.",
        };

    /// <summary>Neither the model nor the layer class says which dims come out of a layer.</summary>
    internal static Diagnostic UnknownOutput(string layer) =>
        Error("ND2015", $"The dims that come out of {layer} are not known.") with
        {
            Suggestion = "Declare them: outShape: [...].",
        };

    private static Diagnostic Error(string code, string message) => new(code, Severity.Error, Printable.Text(message));

    private static ImmutableArray<RelatedLocation> Operands(Tensor left, Tensor right) =>
        Known(From("left", left), From("right", right));

    private static RelatedLocation From(string role, Tensor tensor) =>
        new(tensor.Node.Location, Printable.Text($"{role}: {tensor.Node.Kind} {tensor.Dims}"));

    // Numbers written in an expression have no line of their own.
    private static ImmutableArray<RelatedLocation> Known(params ReadOnlySpan<RelatedLocation> places)
    {
        var known = ImmutableArray.CreateBuilder<RelatedLocation>(places.Length);
        foreach (var place in places)
        {
            if (place.Location.IsKnown)
            {
                known.Add(place);
            }
        }

        return known.DrainToImmutable();
    }

    private static string Result(int index) => FormattableString.Invariant($"Result {index + 1}");

    private static string TypeOf(Tensor tensor) =>
        tensor.Sparse is { } sparse ? $"class indices into {sparse}" : tensor.Type.ToString().ToLowerInvariant();

    private static string MismatchSuggestion(Tensor left, Tensor right) =>
        SameNameSuggestion(right.Dims.Except(left.Dims), left)
        ?? "If all dims of both are meant, write Broadcast(x) for one of them.";

    private static string? SameNameSuggestion(Shape missing, Tensor operand)
    {
        foreach (var dim in missing)
        {
            if (operand.Dims.FirstOrDefault(other => other.Name == dim.Name) is { } twin)
            {
                return $"Two different dims are called {Printable.Quoted(twin.Name)}: make the dim once and use that object in both places.";
            }
        }

        return null;
    }
}
