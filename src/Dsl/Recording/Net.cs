using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace NetDsl;

/// <summary>
/// A network being recorded: its inputs, what is computed from them, its losses and outputs, and how it shall be trained.
/// </summary>
/// <remarks>
/// Operations find their net through the tensors they are given. The few that have none, such as <see cref="Ops.TrainFlag"/>,
/// belong to the net made last in this flow of control and not built yet; two nets on two threads never meet.
/// </remarks>
public sealed partial class Net
{
    // The one ambient value: Ops.TrainFlag() and operations on parameters alone have no tensor that would name their net.
    private static readonly AsyncLocal<Net?> Ambient = new();

    private readonly FindingList faults = new();
    private readonly KnownModules modules = new();
    private readonly Net? outerNet;
    private readonly List<InputNode> inputs = [];
    private readonly List<LossRoot> losses = [];
    private readonly List<OutputRoot> outputs = [];
    private readonly HashSet<(string Role, string Name)> rootNames = [];
    private readonly Dictionary<Type, object> attached = [];
    private readonly Block root = new(parent: null, condition: null, conditionValue: true);
    private Block block;
    private Module? module;
    private int nodeCount;
    private Graph? graph;

    /// <summary>Starts a net.</summary>
    /// <param name="name">Names the model on the command line; unique among the models of a file.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Net(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : this(name, new SourceLocation(file, line))
    {
        // Only here: the net of a pattern stays, and must not keep the one that is being recorded.
        outerNet = Ambient.Value;
        MakeAmbient(this);
    }

    private Net(string name, SourceLocation location)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        (Name, Location, block) = (name, location, root);
    }

    /// <summary>The model's name.</summary>
    public string Name { get; }

    /// <summary>What the net is recorded for. Decides whether decoders read what the labels shall be, or search for them.</summary>
    public NetTask Task { get; init; }

    /// <summary>Where the net was made.</summary>
    public SourceLocation Location { get; }

    /// <summary>How it is trained; without it, the config holds the net alone.</summary>
    public Training? Training { get; set; }

    /// <summary>What was written down instead of recorded; null for a net that is recorded.</summary>
    internal WrittenNet? Written { get; private init; }

    /// <summary>The net that operations without tensors belong to.</summary>
    internal static Net? Recording => Ambient.Value;

    /// <summary>Whether the recording has ended.</summary>
    internal bool IsBuilt => graph is not null;

    /// <summary>The user's line that called the library module now recording; unknown outside of such calls.</summary>
    internal SourceLocation CallSite { get; private set; } = SourceLocation.None;

    /// <summary>Declares data that comes from the dataset (contract 2).</summary>
    /// <param name="key">The dataset's key, such as <c>data</c> or <c>classes</c>.</param>
    /// <param name="dims">Its dims, the batch among them.</param>
    /// <param name="sparse">For class indices, the dim they point into.</param>
    /// <param name="type">What its entries are; int32 if sparse, else float32.</param>
    /// <param name="availableForInference">Whether the data is there when nothing is trained; only for <c>data</c> unless said otherwise.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Tensor Input(
        string key,
        Shape dims,
        Dim? sparse = null,
        DataType? type = null,
        bool? availableForInference = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        var location = new SourceLocation(file, line);
        if (inputs.Exists(input => input.Key == key))
        {
            faults.Add(NameDiagnostics.SameRole("inputs", key, location), nodeCount);
        }

        if (!LayerNames.IsSafe(key))
        {
            faults.Add(NameDiagnostics.UnsafeName("input", key, location), nodeCount);
        }

        var entryType = type ?? (sparse is null ? DataType.Float32 : DataType.Int32);
        var node = new InputNode(key, new(dims, entryType, sparse), availableForInference ?? key == "data");
        inputs.Add(node);
        return Record(node, location, root)[0];
    }

    /// <summary>Declares a result of the net.</summary>
    /// <param name="value">The tensor.</param>
    /// <param name="name">Its layer's name; the result that forwarding writes is called <c>output</c>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void Output(
        Tensor value,
        string name = "output",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        var location = new SourceLocation(file, line);
        CheckRoot("outputs", name, value, location);
        outputs.Add(new(name, value, location, nodeCount));
    }

    /// <summary>
    /// Declares something to minimise. RETURNN sums it over batch and frames, and reports it normalised (contract 9).
    /// </summary>
    /// <param name="name">Its layer's name.</param>
    /// <param name="value">A real number a frame or a sequence, such as <see cref="Ops.CrossEntropy"/> yields.</param>
    /// <param name="scale">Its weight among the losses; 0 only reports it.</param>
    /// <param name="normalized">Whether the mean is minimised instead of the sum.</param>
    /// <param name="asError">Whether it is reported as an error and not minimised.</param>
    /// <param name="packFrames">Whether RETURNN leaves out padding by packing the frames, otherwise by a mask.</param>
    /// <param name="normalizer">
    /// What the sum is divided by to be a mean: the sum of all its entries, such as the lengths of the targets. The number of frames
    /// or sequences unless given.
    /// </param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void Loss(
        string name,
        Tensor value,
        double scale = 1.0,
        bool normalized = false,
        bool asError = false,
        bool packFrames = true,
        Tensor? normalizer = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        var location = new SourceLocation(file, line);
        CheckRoot("losses", name, value, location);
        if (value.Type != DataType.Float32 && !value.IsFaulty)
        {
            faults.Add(
                ShapeDiagnostics.WrongType("loss", "a real number", value) with
                {
                    Location = location,
                },
                nodeCount
            );
        }

        if (normalizer is not null)
        {
            CheckNormalizer(normalizer, location);
        }

        losses.Add(
            new(name, value, scale, location, nodeCount)
            {
                IsNormalized = normalized,
                IsError = asError,
                PacksFrames = packFrames,
                Normalizer = normalizer,
            }
        );
    }

    /// <summary>Names a module that no other module holds.</summary>
    /// <param name="name">The first part of its path; empty to leave its parameters without a prefix.</param>
    /// <param name="module">The module.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The module.</returns>
    public TModule Add<TModule>(
        string name,
        TModule module,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
        where TModule : Module
    {
        ArgumentNullException.ThrowIfNull(name);
        modules.Named(module, name, new(file, line));
        return module;
    }

    /// <summary>Ends the recording and checks it as a whole. Called again, it answers the same graph.</summary>
    /// <exception cref="ModelException">The model has errors; all of them are in it.</exception>
    public Graph Build()
    {
        if (graph is null)
        {
            graph = GraphVerifier.Verify(this, root, inputs, losses, outputs, modules, faults);
            if (ReferenceEquals(Ambient.Value, this))
            {
                MakeAmbient(NextOuter());
            }
        }

        if (graph.Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error))
        {
            throw new ModelException(graph.Diagnostics);
        }

        return graph;
    }

    /// <summary>How many nodes were recorded so far.</summary>
    internal int NodeCount => nodeCount;

    /// <summary>All that was recorded so far outside of branches.</summary>
    internal IReadOnlyList<Node> RecordedNodes => root.Nodes;

    /// <summary>The data declared so far.</summary>
    internal IReadOnlyList<InputNode> Inputs => inputs;

    /// <summary>What another part of NetDsl keeps about this net; made when it is first asked for.</summary>
    internal T Attached<T>(Func<Net, T> make)
        where T : class
    {
        if (!attached.TryGetValue(typeof(T), out var kept))
        {
            kept = make(this);
            attached.Add(typeof(T), kept);
        }

        return (T)kept;
    }

    /// <summary>A net that is written down as a whole: nothing can be recorded in it.</summary>
    internal static Net OfWritten(string name, SourceLocation location, WrittenNet written) =>
        new(name, location) { Written = written };

    /// <summary>A net for a pattern of a rule: it is never built, and does not become the ambient one.</summary>
    internal static Net ForPattern(string name) => new(name, new SourceLocation("pattern", 1));

    /// <summary>Records something apart from the net that is being recorded: what is made meanwhile is not that net's.</summary>
    internal static T Apart<T>(Func<T> record)
    {
        var before = Ambient.Value;
        MakeAmbient(null);
        try
        {
            return record();
        }
        finally
        {
            MakeAmbient(before);
        }
    }

    /// <summary>
    /// The net of the operands: of the first one that belongs to a net not built yet, else the one being recorded, else any operand's.
    /// </summary>
    internal static Net? Of(params ReadOnlySpan<Tensor> operands)
    {
        Net? built = null;
        foreach (var operand in operands)
        {
            if (operand.Node.Net is { } net)
            {
                if (!net.IsBuilt)
                {
                    return net;
                }

                built ??= net;
            }
        }

        return Ambient.Value ?? built;
    }

    /// <summary>The error of an operation that has no net to be recorded in.</summary>
    internal static InvalidOperationException NothingRecording() =>
        new("No net is being recorded here: make it with new Net(...) first, and do not record after Build().");

    /// <summary>Makes a parameter known that was made while the net was being recorded.</summary>
    internal void Know(Parameter parameter) => modules.Made(parameter);

    /// <summary>Makes a module known that was made while the net was being recorded.</summary>
    internal void Know(Module module) => modules.Made(module);

    internal ModuleCall Enter(Module entered, SourceLocation site)
    {
        modules.Called(entered, CallSite.IsKnown ? CallSite : site);
        var call = new ModuleCall(this, module, CallSite, Ambient.Value);
        module = entered;

        // Inside a call, TrainFlag() means this net, also while two nets are recorded in turns.
        MakeAmbient(this);

        // The outermost call with a place is the user's; modules called by library modules keep it.
        CallSite = CallSite.IsKnown ? CallSite : site;
        return call;
    }

    internal void Leave(Module? outer, SourceLocation outerSite, Net? outerNet)
    {
        (module, CallSite) = (outer, outerSite);
        MakeAmbient(outerNet);
    }

    /// <summary>Records with another call site, none to take each step's own line.</summary>
    internal T At<T>(SourceLocation site, Func<T> record)
    {
        var before = CallSite;
        CallSite = site;
        try
        {
            return record();
        }
        finally
        {
            CallSite = before;
        }
    }

    /// <summary>Adds a node where the recording stands, and answers its results.</summary>
    internal ImmutableArray<Tensor> Record(Node node, SourceLocation location) => Record(node, location, block);

    /// <summary>The exception for a fault after which a module cannot go on; holds all faults found so far, too.</summary>
    internal static ModelException Stopped(Diagnostic fault, Tensor input)
    {
        var net = Of(input);
        var site = net?.CallSite ?? SourceLocation.None;
        var located = fault with { Location = site.IsKnown ? site : input.Node.Location };
        return new ModelException([.. net is null ? [] : net.faults.InOrder(), located]);
    }

    private static void MakeAmbient(Net? net)
    {
        if (!ReferenceEquals(Ambient.Value, net))
        {
            Ambient.Value = net;
        }
    }

    private ImmutableArray<Tensor> Record(Node node, SourceLocation location, Block target)
    {
        if (graph is not null || Written is not null)
        {
            throw new InvalidOperationException(
                $"The net \"{Name}\" is built; nothing can be recorded in it any more."
            );
        }

        var place = CallSite.IsKnown ? CallSite : location;
        node.Place(nodeCount++, this, target, module, place);
        target.Nodes.Add(node);

        var list = new FaultList(faults, node.Id, place);
        var tainted = CheckOperands(node, list);

        // One message a cause: what follows from a reported mistake is not checked again.
        var signatures = node.Infer(tainted ? new FaultList(findings: null, node.Id, place) : list);
        node.Yield(signatures, tainted || list.Any);
        return node.Outputs;
    }

    private bool CheckOperands(Node node, FaultList list)
    {
        var tainted = false;
        foreach (var operand in node.Reads)
        {
            if (operand.Node.Net is { } other && !ReferenceEquals(other, this) && !list.Any)
            {
                list.Add(NameDiagnostics.OtherNet(this, operand));
            }

            tainted |= operand.IsFaulty;
        }

        // Recorded in the branch of another net, it would not be conditional here.
        if (Ambient.Value is { } open && !ReferenceEquals(open, this) && open.block.Parent is not null && !list.Any)
        {
            list.Add(NameDiagnostics.InBranchOfOtherNet(this, open));
        }

        return tainted || list.Any;
    }

    // The net that was being recorded when this one was begun, if it still is.
    private Net? NextOuter()
    {
        var outer = outerNet;
        while (outer is { IsBuilt: true })
        {
            outer = outer.outerNet;
        }

        return outer;
    }

    private void CheckNormalizer(Tensor normalizer, SourceLocation location)
    {
        CheckNet(normalizer, location);
        if ((normalizer.Type == DataType.Bool || normalizer.Sparse is not null) && !normalizer.IsFaulty)
        {
            faults.Add(
                ShapeDiagnostics.WrongType("the normalizer of a loss", "a number", normalizer) with
                {
                    Location = location,
                },
                nodeCount
            );
        }
    }

    private void CheckRoot(string role, string name, Tensor value, SourceLocation location)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!rootNames.Add((role, name)))
        {
            faults.Add(NameDiagnostics.SameRole(role, name, location), nodeCount);
        }

        CheckNet(value, location);
    }

    private void CheckNet(Tensor value, SourceLocation location)
    {
        if (value.Node.Net is { } other && !ReferenceEquals(other, this))
        {
            faults.Add(NameDiagnostics.OtherNet(this, value) with { Location = location }, nodeCount);
        }
    }
}
