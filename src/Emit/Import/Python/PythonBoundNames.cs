using System.Collections.Frozen;

namespace NetDsl.Emit;

/// <summary>The names that are there while a config runs: its own, Python's and RETURNN's.</summary>
internal sealed class PythonBoundNames
{
    // With these a config can bind names that it nowhere spells.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> binders = FrozenSet
        .Create(
            StringComparer.Ordinal,
            [
                .. "exec eval execfile compile globals locals vars setattr typed_dict __dict__ __builtins__ builtins".Split(
                    ' '
                ),
                .. "_getframe currentframe modules config get_global_config".Split(' '),
            ]
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();

    // What RETURNN puts there before it runs the config, and the module's own.
    private static readonly FrozenSet<string> given = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            .. "config __file__ __name__ __package__ __builtins__ __debug__ __doc__ __loader__ __spec__".Split(' '),
            .. "ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError".Split(
                ' '
            ),
            .. "BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError".Split(
                ' '
            ),
            .. "ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning".Split(
                ' '
            ),
            .. "EnvironmentError Exception ExceptionGroup FileExistsError FileNotFoundError FloatingPointError".Split(
                ' '
            ),
            .. "FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError IndexError".Split(' '),
            .. "InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError".Split(' '),
            .. "ModuleNotFoundError NameError NotADirectoryError NotImplemented NotImplementedError OSError".Split(' '),
            .. "OverflowError PendingDeprecationWarning PermissionError ProcessLookupError PythonFinalizationError".Split(
                ' '
            ),
            .. "RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration".Split(
                ' '
            ),
            .. "StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError".Split(
                ' '
            ),
            .. "UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError".Split(' '),
            .. "UnicodeWarning UserWarning ValueError Warning ZeroDivisionError __build_class__ __import__ abs".Split(
                ' '
            ),
            .. "aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile".Split(
                ' '
            ),
            .. "complex copyright credits delattr dict dir divmod enumerate eval exec exit filter float format".Split(
                ' '
            ),
            .. "frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len".Split(' '),
            .. "license list locals map max memoryview min next object oct open ord pow print property quit".Split(' '),
            .. "range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip".Split(
                ' '
            ),
        ]
    );

    private readonly ImportSource source;
    private readonly PythonScope scope;
    private readonly Lazy<bool> isOpen;

    public PythonBoundNames(ImportSource source, int start, PythonScope scope)
    {
        this.source = source;
        this.scope = scope;
        isOpen = new(() => BindsUnseen(start));
    }

    /// <summary>Whether a name is that of something which can bind names that are nowhere spelled.</summary>
    public static bool CanBind(string name) => binders.Contains(name);

    /// <summary>Whether a line of the config binds the name, or may do so without spelling it.</summary>
    public bool MayBind(string name) => scope.IsBound(name) || isOpen.Value;

    /// <summary>Those of the names that nothing binds, each where it comes first, with the name that was meant.</summary>
    public IEnumerable<(NameUse Use, string? Meant)> Unbound(IEnumerable<NameUse> uses)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return uses.Where(use => !given.Contains(use.Name) && seen.Add(use.Name) && !MayBind(use.Name))
            .Take(ImportLimits.MostErrors)
            .Select(use => (use, NearMiss.Find(use.Name, scope.NamesOfValues)));
    }

    // `from a import *`, `a := b`, and functions that reach the names themselves.
    private bool BindsUnseen(int start)
    {
        var lexer = new PythonLexer(source, start);
        var isImport = false;
        for (var token = lexer.Next(); token.Kind != PythonTokenKind.End; token = lexer.Next())
        {
            var text = source.Text.AsSpan(token.Start, token.End - token.Start);
            if (
                token.Kind == PythonTokenKind.Name
                    ? binders.Contains(text)
                    : token.Kind == PythonTokenKind.Symbol && (text is ":=" || (isImport && text is "*"))
            )
            {
                return true;
            }

            isImport = token.Kind == PythonTokenKind.Keyword && text is "import";
        }

        return false;
    }
}
