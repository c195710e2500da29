namespace NetDsl.Emit;

/// <summary>
/// Makes one <c>eval</c> layer of entry-by-entry steps of one module whose inner values nobody else reads. Bounded, so that the
/// formula stays readable: what is longer becomes several layers.
/// </summary>
internal sealed class ExpressionPass(LoweredGraph lowered, GraphIndex index)
{
    /// <summary>The rule's name on the command line.</summary>
    internal const string Name = "eval";

    private const int MostSteps = 6;
    private const int MostSources = 4;

    private readonly NodeSet taken = new(lowered.NodeCount);

    /// <summary>From the last step to the first, so that a chain is seen as a whole.</summary>
    internal IEnumerable<LoweringEntry> Run(Liveness live)
    {
        var nodes = lowered.Graph.Nodes;
        for (var place = nodes.Length - 1; place >= 0; place--)
        {
            var node = nodes[place];
            if (IsStep(node) && live.IsLive(node) && !taken.Contains(node) && Join(node) is { } entry)
            {
                yield return entry;
            }
        }
    }

    private LoweringEntry? Join(Node last)
    {
        var formula = new Formula(this, last);
        var expression = formula.Of(last);
        if (formula.Steps.Count < 2 || formula.Sources.Count == 0)
        {
            return null;
        }

        taken.UnionWith(formula.Steps);
        var node = new ExpressionNode([.. formula.Sources], expression, last);
        node.TakePlaceOf(last);
        lowered.Replace(last.Output, [node], []);
        lowered.KeepHome(node, last);
        return new(Name, last.Location)
        {
            Order = last.Id,
            Module = lowered.Graph.Modules.PathOf(last.Module),
            Variant = FormattableString.Invariant($"{formula.Steps.Count} steps"),
        };
    }

    // Reals only: what RETURNN makes of other types in a formula follows from the first source.
    private bool IsStep(Node node) =>
        node switch
        {
            UnaryNode unary => unary.Output.Type == DataType.Float32 && ExpressionText.CanSay(unary.Operator),
            BinaryNode binary => binary.Output.Type == DataType.Float32
                && ExpressionText.CanSay(binary.Operator)
                && IsReal(binary.Left)
                && IsReal(binary.Right),
            _ => false,
        } && lowered.ChainAt(node) is null;

    private int Unknowns(Node step)
    {
        var count = 0;
        foreach (var input in step.Inputs)
        {
            count += NumberOf(Resolve(input)) is null ? 1 : 0;
        }

        return count;
    }

    private static double? NumberOf(Tensor tensor) =>
        tensor is { Node: ConstantNode { Number: { } number }, Dims.Count: 0 } && double.IsFinite(number)
            ? number
            : null;

    private Tensor Resolve(Tensor tensor) => lowered.Resolve(tensor);

    private static bool IsReal(Tensor operand) =>
        operand.Type == DataType.Float32 || operand is { Node: ConstantNode { Number: not null }, Dims.Count: 0 };

    private bool CanTake(Tensor operand, Node reader) =>
        operand.Node.RequestedName is null
        && IsStep(operand.Node)
        && ReferenceEquals(lowered.HomeOf(operand.Node), lowered.HomeOf(reader))
        && ReferenceEquals(operand.Node.Module, reader.Module)
        && index.RootOf(operand) is null
        && index.ReadersOf(operand).Length == 1;

    /// <summary>One formula being put together.</summary>
    private sealed class Formula(ExpressionPass pass, Node last)
    {
        // Sources that are still to be met: each operand counts as one until it is taken apart.
        private int sourcesAhead = pass.Unknowns(last);

        internal List<Node> Steps { get; } = [];

        internal List<Tensor> Sources { get; } = [];

        // As deep as the most steps.
        internal Expression Of(Node step)
        {
            Steps.Add(step);
            return step switch
            {
                UnaryNode unary => new UnaryExpression(unary.Operator, Operand(unary.Operand, step)),
                BinaryNode binary => new BinaryExpression(
                    binary.Operator,
                    Operand(binary.Left, step),
                    Operand(binary.Right, step)
                ),
                _ => throw new InvalidOperationException($"No formula for {step}."),
            };
        }

        private Expression Operand(Tensor tensor, Node reader)
        {
            tensor = pass.Resolve(tensor);
            if (NumberOf(tensor) is { } number)
            {
                return new NumberExpression(number);
            }

            if (Steps.Count < MostSteps && pass.CanTake(tensor, reader))
            {
                var more = pass.Unknowns(tensor.Node) - 1;
                if (sourcesAhead + Sources.Count + more <= MostSources)
                {
                    sourcesAhead += more;
                    return Of(tensor.Node);
                }
            }

            sourcesAhead--;
            return new SourceExpression(PlaceOf(tensor));
        }

        private int PlaceOf(Tensor tensor)
        {
            var place = Sources.FindIndex(tensor.Is);
            if (place < 0)
            {
                place = Sources.Count;
                Sources.Add(tensor);
            }

            return place;
        }
    }
}
