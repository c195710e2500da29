using NetDsl.Emit;
using Xunit;

namespace NetDsl.Tests.Import;

/// <summary>Statements that make data are run as Python runs them, as a whole or not at all.</summary>
public sealed class PythonRunTests
{
    /// <summary>Statements, a name, and what Python says that it stands for.</summary>
    public static TheoryData<string, string> Statements =>
        new()
        {
            { "x = {'a': 1}\nx['b'] = 2", "{'a': 1, 'b': 2}" },
            { "x = {'a': {'b': 1}}\nx['a']['c'] = 2", "{'a': {'b': 1, 'c': 2}}" },
            { "x = {'a': 1, 'b': 2}\nx['a'] = 3", "{'a': 3, 'b': 2}" },
            { "x = {'a': 1, 'b': 2}\ndel x['a']", "{'b': 2}" },
            { "x = {}\nfor i in range(3):\n  x['l%i' % i] = i", "{'l0': 0, 'l1': 1, 'l2': 2}" },
            { "x = []\nfor i, s in enumerate(['a', 'b']):\n  x.append(s * (i + 1))", "['a', 'bb']" },
            { "x = []\nfor a, b in zip([1, 2], (3, 4)):\n  x += [a * b]", "[3, 8]" },
            { "x = [1]\nfor i in x:\n  if i < 4:\n    x.append(i * 2)", "[1, 2, 4]" },
            { "x = 0\nwhile x < 10:\n  x += 3\n  if x == 6:\n    break", "6" },
            { "x = 0\nfor i in range(5):\n  if i % 2:\n    continue\n  x += i\nelse:\n  x += 100", "106" },
            { "x = [i * i for i in range(5) if i % 2 == 0]", "[0, 4, 16]" },
            { "x = {k: v for k, v in {'a': 1}.items()}", "{'a': 1}" },
            { "x = [a + b for a in 'xy' for b in '12']", "['x1', 'x2', 'y1', 'y2']" },
            { "b = {'a': 1, 'c': 2}\nx = {**b, 'a': 3}", "{'a': 3, 'c': 2}" },
            { "b = [1, 2]\nx = [0, *b, 3]", "[0, 1, 2, 3]" },
            { "x = dict(a=1, **{'b': 2})", "{'a': 1, 'b': 2}" },
            { "x = dict([('a', 1), ('b', 2)])", "{'a': 1, 'b': 2}" },
            { "x = {'a': 1}\nx.update({'b': 2}, c=3)", "{'a': 1, 'b': 2, 'c': 3}" },
            { "x = {'a': 1}.get('b', 7)", "7" },
            { "b = {'a': 1}\nx = b\nb['c'] = 2", "{'a': 1, 'c': 2}" },
            { "b = {'a': 1}\nx = b.copy()\nb['c'] = 2", "{'a': 1}" },
            { "b = {'a': {}}\nx = {'l': b['a']}\nb['a']['c'] = 2", "{'l': {'c': 2}}" },
            { "import copy\nb = {'a': {}}\nx = copy.deepcopy(b)\nb['a']['c'] = 2", "{'a': {}}" },
            { "from copy import deepcopy as c\nb = [[1]]\nx = c(b)\nb[0].append(2)", "[[1]]" },
            { "def f(n, k=2, *a, **o):\n  return [n, k, a, o]\nx = f(1, 3, 4, 5, z=6)", "[1, 3, (4, 5), {'z': 6}]" },
            { "def f(n, k=2):\n  return n - k\nx = [f(1), f(5, 1), f(k=1, n=2), f(*(9, 8))]", "[-1, 4, 1, 1]" },
            { "n = 1\ndef f(k=n):\n  return (k, n)\nn = 2\nx = f()", "(1, 2)" },
            { "def f(a=[]):\n  a.append(1)\n  return len(a)\nf()\nx = f()", "2" },
            { "def f(n):\n  return 1 if n < 2 else n * f(n - 1)\nx = f(10)", "3628800" },
            { "def f():\n  def g(y):\n    return y + z\n  z = 3\n  return g(4)\nx = f()", "7" },
            { "x = 1\ndef f():\n  global x\n  x = x + 4\nf()\nf()", "9" },
            { "x = {}\ndef f(n):\n  x[n] = len(x)\nf('a')\nf('b')", "{'a': 0, 'b': 1}" },
            { "x = list(map(lambda y: y * 2, [1, 2]))", "[2, 4]" },
            { "x = sorted([3, 1, 2], key=lambda y: -y)", "[3, 2, 1]" },
            { "x = sorted({'b': 1, 'a': 2})", "['a', 'b']" },
            { "x = 'a' if not True else 'b'", "'b'" },
            { "x = not True", "False" },
            { "x = None or 3", "3" },
            { "x = [] and 3", "[]" },
            { "x = 1 < 2 < 3 != 4", "True" },
            { "x = 'b' in {'a': 1} or 2 not in (1, 2)", "False" },
            { "x = None is None and 1 is not None", "True" },
            { "x = [7 // 2, -7 // 2, 7 % -3, -7 % 3, 2 ** 10, 7 / 2]", "[3, -4, -2, 2, 1024, 3.5]" },
            { "x = [7.5 // 2, -7.5 % 2, 2 ** -1, 2.0 ** 3]", "[3.0, 0.5, 0.5, 8.0]" },
            {
                "x = [int(3.9), int(-3.9), int('12'), float('1e-3'), round(2.5), round(3.5)]",
                "[3, -3, 12, 0.001, 2, 4]"
            },
            { "x = [max(1, 2), min([3, 2]), sum([1, 2]), abs(-4), len('abc')]", "[2, 2, 3, 4, 3]" },
            { "n = 3\nx = f'{n}_{n + 1:03d}{{}}' 'a'", "'3_004{}a'" },
            { "x = 'a%s%d%03d%.2f%%' % ('b', 1, 2, 0.125)", "'ab10020.12%'" },
            { "x = '%(a)s-%(b)i' % {'a': 1, 'b': 2}", "'1-2'" },
            { "x = '{}_{n}'.format(1, n=2)", "'1_2'" },
            { "x = '-'.join(['a', 'b']).replace('a', 'c')", "'c-b'" },
            { "x = 'a,b'.split(',')[-1] + 'abc'[1:] + 'abc'[::-1]", "'bbccba'" },
            { "x = [1, 2, 3, 4][1:-1] + [0] * 2", "[2, 3, 0, 0]" },
            { "x = str([1, 'a', None, 0.5, (1,)])", "\"[1, 'a', None, 0.5, (1,)]\"" },
            { "locals().update(x=3)", "3" },
            { "globals()['x'] = 3", "3" },
            { "a, (x, b) = 1, (2, 3)", "2" },
            { "x = y = [1]\ny.append(2)", "[1, 2]" },
            { "x = [1]\ny = x\nx += [2]\nx = y", "[1, 2]" },
            { "x = [1]\ny = x\nx = x + [2]\nx = y", "[1]" },
            { "x = {1: 'a', True: 'b', 1.0: 'c'}\nx[2] = len(x)", "{1: 'c', 2: 1}" },
            { "x = 1\nif x:\n  x = 2\nelif True:\n  x = 3\nelse:\n  x = 4", "2" },
            { "x = config.has('y') or config.value('y', 4)", "4" },
            { "import os\nx = os.environ.get('Y', 'n')", "'n'" },
        };

    /// <summary>What is not known here, or is an error in Python.</summary>
    public static TheoryData<string> Unknowns =>
        new()
        {
            "x = {}\nx['a'] = unknown()",
            "x = {}\nfor i in {1, 2}:\n  x[i] = 1",
            "x = {}\nx['a'] = 1 / 0",
            "x = {}\nx['a'] = {}['b']",
            "x = {'a': 1}\nfor k in x:\n  x[k + 'b'] = 1",
            "x = {}\nx['a'] = sum([0.1, 0.2])",
            "x = {}\nwhile True:\n  x['a'] = 1",
            "x = {}\ndef f(n):\n  x[n] = 1\n  f(n + 1)\nf(0)",
            "x = {}\ntry:\n  x['a'] = 1\nexcept Exception:\n  pass",
            "x = {}\nx['a'] = 1\nexec('x = 3')",
            "x = {}\nmystery(x)\nx['a'] = 1",
            "x = {}\ny = {'x': x}\nmystery(y)\nx['a'] = 1",
            "x = []\nx.append(x)",
            "x = {}\ndef f():\n  mystery(x)\nf()\nx['a'] = 1",
            "x = {}\ndef f():\n  global x\n  x = mystery()\nf()",
            "x = {}\ndef f():\n  x['a'] = 1\n  return mystery()\ny = f()",
            "x = {}\nx['a'] = 3 is 3",
            "x = {}\nassert x",
        };

    [Theory]
    [MemberData(nameof(Statements))]
    public void A_name_stands_for_what_Python_makes_of_it(string python, string expected)
    {
        var wanted = Read($"x = {expected}").Config["x"];

        var read = Read(python);

        Assert.Equal(wanted, read.Config["x"]);
        Assert.DoesNotContain("x", (IReadOnlySet<string>)read.ChangedByCode);
    }

    [Theory]
    [MemberData(nameof(Unknowns))]
    public void What_only_Python_knows_stays_code(string python)
    {
        var read = Read(python);

        Assert.True(
            read.ChangedByCode.Contains("x") || read.Opaque.Length > 0 || Evaluated.Leaf(read.Config["x"]!).HoldsCode,
            string.Join('\n', read.Config.Entries.Select(entry => $"{entry.Key} = {entry.Value}"))
        );
    }

    [Theory]
    [InlineData("x = {}\nmystery(x)\nx['a'] = 1")]
    [InlineData("x = {}\ny = {'x': x}\nmystery(y)\nx['a'] = 1")]
    [InlineData("x = {}\ndef f():\n  global x\n  x = mystery()\nf()")]
    [InlineData("x = {}\nx['b'] = 1\nfor i in mystery():\n  x[i] = 1")]
    [InlineData("x = {}\nx['b'] = 1\nfor i in range(3):\n  mystery(x)")]
    [InlineData("x = {}\nx['b'] = 1\ny = [x]\ny[0] = mystery(y)")]
    public void What_code_may_have_changed_is_not_relied_on(string python) =>
        Assert.Contains("x", (IReadOnlySet<string>)Read(python).ChangedByCode);

    [Fact]
    public void A_statement_that_cannot_be_run_to_its_end_leaves_nothing_behind()
    {
        var read = Read("x = {'a': 1}\nx['b'] = 2\ndef f():\n  x['c'] = 3\n  mystery(x)\nf()");

        Assert.Equal(OptionValue.Dict(("a", 1), ("b", 2)), read.Config["x"]);
        Assert.Equal(2, read.Opaque.Length);
    }

    [Fact]
    public void Statements_that_were_run_are_not_kept()
    {
        var read = Read("x = {}\nfor i in range(2):\n  x[str(i)] = i\nprint(x)");

        Assert.Equal(["print(x)"], read.Opaque.Select(statement => statement.Text));
    }

    [Fact]
    public void A_function_as_a_value_is_its_name()
    {
        var read = Read("def f(y):\n  return y\nx = {}\nx['eval'] = f\nx['n'] = f(3)");

        Assert.Equal(OptionValue.Code("f"), ((DictValue)read.Config["x"]!)["eval"]);
        Assert.Equal(3, ((DictValue)read.Config["x"]!)["n"]);
    }

    [Fact]
    public void Code_in_a_value_keeps_its_meaning_or_the_value_is_not_known()
    {
        var read = Read("n = mystery()\nx = {'a': n}\nx['b'] = 1\nn = other()\nx['c'] = n");

        Assert.Contains("x", (IReadOnlySet<string>)read.ChangedByCode);
    }

    [Fact]
    public void Every_layer_has_the_place_where_it_was_made()
    {
        var read = Read("network = {}\ndef add(name):\n  network[name] = {\n    'class': 'copy'}\nadd('a')");

        Assert.Equal(5, read.Locations.Find("network/a/class").Line);
    }

    [Fact]
    public void What_is_asked_of_RETURNN_is_noted()
    {
        var read = Read("n = config.int('layers', 3)\nx = {}\nfor i in range(n):\n  x[i] = 1");

        Assert.Equal(["layers"], read.Asked.Select(asked => asked.Name));
    }

    [Fact]
    public void Why_the_net_is_not_known_is_said_with_its_line()
    {
        var imported = ConfigImporter.Import(
            "#!rnn.py\nimport numpy\nnetwork = {}\nfor n in numpy.arange(3):\n  network[n] = {}\n",
            "net.config",
            new ImportOptions()
        );

        var cause = Assert.Single(imported.Diagnostics.First(d => d.Code == "ND5015").Related);
        Assert.Equal(4, cause.Location.Line);
        Assert.Contains("numpy.arange", cause.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_of_the_command_line_is_said_when_a_model_is_imported()
    {
        var imported = ConfigImporter.Import(
            "#!rnn.py\nn = config.int('layers', 3)\nnetwork = {}\nfor i in range(n):\n  network['l%i' % i] = {'class': 'copy', 'from': 'data'}\n",
            "net.config",
            new ImportOptions()
        );

        Assert.Equal(["ND5018"], imported.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Contains("config.Network[\"l2\"]", imported.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("for a in range(10 ** 9):\n  x.append(a)")]
    [InlineData("x = [x, x]\nx = [x, x]\nx = [x, x]\nfor i in range(60):\n  x = [x, x]")]
    [InlineData("s = 'a'\nfor i in range(64):\n  s = s + s\nx.append(s)")]
    [InlineData("def f(n):\n  return f(n + 1) + f(n + 2)\nx.append(f(0))")]
    [InlineData("x.append([0] * (10 ** 8))")]
    public void No_config_takes_for_ever(string python) => Assert.NotNull(Read("x = []\n" + python));

    private static ImportedConfig Read(string python)
    {
        var diagnostics = new List<Diagnostic>();
        var read = ConfigReader.Read("#!rnn.py\n" + python, "net.config", diagnostics)!;
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
        return read;
    }
}
