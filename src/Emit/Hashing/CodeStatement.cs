using System.Collections.Frozen;
using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>A statement of a config that is kept as Python.</summary>
internal sealed class CodeStatement
{
    // Importing one of these does nothing but bind a name.
    private static readonly FrozenSet<string> quiet = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            .. "__future__ abc argparse ast base64 bisect collections contextlib copy csv dataclasses datetime decimal".Split(
                ' '
            ),
            .. "enum fractions functools glob gzip hashlib heapq importlib inspect io itertools json logging math".Split(
                ' '
            ),
            .. "multiprocessing numbers operator os pathlib pickle platform pprint queue random re shlex shutil".Split(
                ' '
            ),
            .. "signal socket statistics string struct subprocess sys tempfile textwrap threading time traceback".Split(
                ' '
            ),
            .. "types typing unittest uuid warnings weakref xml zlib numpy scipy tensorflow torch h5py returnn".Split(
                ' '
            ),
            .. "Config Dataset EngineUtil GeneratingDataset Log NativeOp Pretrain TFNativeOp TFNetwork".Split(' '),
            .. "TFNetworkLayer TFNetworkRecLayer TFUtil Util better_exchook".Split(' '),
        ]
    );

    private CodeStatement(ImmutableArray<CodeLine> lines, ImmutableArray<string> names, bool isSpokenOnly) =>
        (Lines, Names, MattersOnlyIfSpoken) = (lines, names, isSpokenOnly);

    /// <summary>Its logical lines.</summary>
    internal ImmutableArray<CodeLine> Lines { get; }

    /// <summary>The names that it binds, if it does nothing else.</summary>
    internal ImmutableArray<string> Names { get; }

    /// <summary>Whether it says nothing if nobody speaks of its names.</summary>
    internal bool MattersOnlyIfSpoken { get; }

    /// <summary>The lines as Python reads them.</summary>
    internal string Meaning => string.Join('\n', Lines.Select(line => line.Meaning));

    /// <summary>The function or class that it defines, such as <c>def f</c>, or null.</summary>
    internal string? Head { get; private init; }

    /// <summary>Reads a statement; null if it says nothing at all.</summary>
    internal static CodeStatement? Of(string python)
    {
        var lines = CodeEssence.LinesOf(python);
        if (lines.IsEmpty)
        {
            return null;
        }

        // The first word is the level of the line.
        var words = lines[0].Meaning.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [_, "import", .. var modules] when lines.Length == 1 => OfImport(lines, modules),
            [_, "from", .. var rest] when lines.Length == 1 => OfImportFrom(lines, rest),
            [_, "def" or "class", var name, .. var header] => new(lines, [name], !DoesMore(header))
            {
                Head = $"{words[1]} {name}",
            },
            _ => new(lines, [], false) { Head = DecoratedHead(lines) },
        };
    }

    private static CodeStatement OfImport(ImmutableArray<CodeLine> lines, string[] words)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var isQuiet = true;
        foreach (var module in string.Join(' ', words).Split(" , "))
        {
            var parts = module.Split(' ');
            isQuiet &= quiet.Contains(parts[0]);
            names.Add(parts is [.., "as", var alias] ? alias : parts[0]);
        }

        return new(lines, names.ToImmutable(), isQuiet);
    }

    private static CodeStatement? OfImportFrom(ImmutableArray<CodeLine> lines, string[] words)
    {
        var at = Array.IndexOf(words, "import");
        string[] imported =
        [
            .. string.Join(' ', words[(at + 1)..].Where(word => word is not ("(" or ")")))
                .Split(" , ", StringSplitOptions.RemoveEmptyEntries),
        ];
        if (words[0] == "returnn" && imported.All(name => PythonImports.Names.Contains(name)))
        {
            // The names of what dims are made of: every config that is emitted imports those that it needs.
            return null;
        }

        return new(
            lines,
            [.. imported.Select(name => name.Split(' ')[^1])],
            quiet.Contains(words[0]) && !imported.Contains("*")
        );
    }

    // Defaults and base classes that are computed; a call may do anything.
    private static bool DoesMore(string[] header)
    {
        var depth = 0;
        foreach (var word in header)
        {
            depth +=
                word == "(" ? 1
                : word == ")" ? -1
                : 0;
            if (depth > 1)
            {
                return true;
            }

            if (depth == 0)
            {
                break;
            }
        }

        return false;
    }

    private static string? DecoratedHead(ImmutableArray<CodeLine> lines)
    {
        var defined = lines.FirstOrDefault(line => !line.Meaning.StartsWith("0 @", StringComparison.Ordinal));
        return
            defined?.Meaning.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, "def" or "class", var name, ..]
            && lines[0] != defined
            ? $"{defined.Meaning.Split(' ')[1]} {name}"
            : null;
    }
}
