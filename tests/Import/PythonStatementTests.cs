using Xunit;

namespace NetDsl.Tests.Import;

/// <summary>What is no data is kept as text, and what it may change is known.</summary>
public sealed class PythonStatementTests
{
    [Theory]
    [InlineData("import os, sys as s")]
    [InlineData("from . import a")]
    [InlineData("from ...a.b import (c as d,\n  e,\n)")]
    [InlineData("from a import *")]
    [InlineData("'''A docstring\nof two lines'''")]
    [InlineData("print('x', end='')")]
    [InlineData("x: int")]
    [InlineData("a.b = c[0] = 1")]
    [InlineData("a, *b = 1, 2")]
    [InlineData("[a, b] = (c.d) = e")]
    [InlineData("n //= 2")]
    [InlineData("a[0] @= b")]
    [InlineData("del a, b[0]")]
    [InlineData("assert a, 'b'")]
    [InlineData("raise E from x")]
    [InlineData("global a")]
    [InlineData("pass")]
    [InlineData("type T = int")]
    [InlineData(
        "def f(x: int = 1, *, y) -> str:\n\tglobal z\n\n# comment\n\tdef g(): return {\n1: 2}\n\treturn f'{x}'"
    )]
    [InlineData("@a.b(1)\n@c\nclass D(E, metaclass=F):\n  x = 1")]
    [InlineData("async def f():\n  await x")]
    [InlineData("if a:\n  x = 1\nelif b: y = 2\nelse:\n    z = [\n]")]
    [InlineData("for i in y:\n  pass\nelse:\n  pass")]
    [InlineData("while True: break")]
    [InlineData("try:\n  a\nexcept (B, C) as d:\n  pass\nfinally:\n  pass")]
    [InlineData("with a as b, c: pass")]
    [InlineData("match x:\n  case 1: pass")]
    [InlineData("if __name__ == '__main__':\n    main()")]
    [InlineData("größe.x = 1")]
    public void A_statement_that_is_no_data_is_kept_as_it_is(string statement)
    {
        var imported = Imported.Python($"before = 1\n{statement}\nafter = 2\n");

        Assert.Equal("before = 1\nafter = 2", Imported.Entries(imported));
        Assert.Equal(statement, Assert.Single(imported.Opaque).Text);
    }

    [Fact]
    public void A_kept_statement_has_its_place() =>
        Assert.Equal(
            ("test.py(2,1)", "test.py(3,7)"),
            Imported
                .Python("a = 1\ndef f():\n  pass\nb = 2\n")
                .Opaque.Select(s => (s.Start.ToString(), s.End.ToString()))
                .Single()
        );

    [Theory]
    [InlineData("a = 1; b = 2;c = 3\n", "a = 1\nb = 2\nc = 3")]
    [InlineData("a = b = 5\n", "a = 5\nb = 5")]
    [InlineData("a: int = 5\n", "a = 5")]
    [InlineData("a = \\\n  5\n", "a = 5")]
    [InlineData("a\t=\t5\r\nb = [\r\n6]\r\n", "a = 5\nb = List[6]")]
    [InlineData("a = 1\rb = 2\r", "a = 1\nb = 2")]
    [InlineData("a = 1 # comment\n  # indented\n\n   \nb = 2", "a = 1\nb = 2")]
    [InlineData("\fa = 1\n", "a = 1")]
    [InlineData("größe = 1\nb = größe\n", "größe = 1\nb = 1")]
    [InlineData("match = 1\ntype = match\n", "match = 1\ntype = 1")]
    [InlineData("  a = 1\n", "a = 1")]
    [InlineData("", "")]
    public void An_assignment_is_read_however_it_is_laid_out(string text, string entries) =>
        Assert.Equal(entries, Imported.Entries(Imported.Python(text)));

    [Fact]
    public void A_name_that_is_assigned_twice_has_its_last_value_in_the_last_place() =>
        Assert.Equal("b = 2\na = 3", Imported.Entries(Imported.WithErrors("a = 1\nb = 2\na = 3\n")));

    [Fact]
    public void A_name_that_is_assigned_twice_is_a_warning() =>
        Assert.Equal(
            "test.py(2,1): warning ND5008: \"a\" is assigned twice; the last one counts.",
            Imported.Message("a = 1\na = 3\n")
        );

    [Theory]
    [InlineData("network[y()] = {}", "network")]
    [InlineData("network.update(x)", "network")]
    [InlineData("n += y", "n")]
    [InlineData("for n in y: pass", "n")]
    [InlineData("n, z = y", "n,z")]
    [InlineData("if a:\n  network = {}", "network")]
    [InlineData("del n", "n")]
    [InlineData("def f():\n  global n, z\n  n = network\nx = y(f)", "n,network,z")]
    [InlineData("def f():\n  global n, z\n  n = network", "")]
    [InlineData("print(n)", "")]
    [InlineData("assert n == 8", "")]
    [InlineData("def f(): return network", "")]
    [InlineData("import network", "")]
    public void Names_that_code_may_change_are_known(string statement, string names) =>
        Assert.Equal(
            names,
            string.Join(
                ',',
                Imported.Python($"n = 8\nnetwork = {{}}\n{statement}\n").ChangedByCode.Order(StringComparer.Ordinal)
            )
        );

    [Theory]
    [InlineData("n += y", "<n>")]
    [InlineData("print(n)", "8")]
    [InlineData("import n", "<n>")]
    [InlineData("def n(): pass", "<n>")]
    [InlineData("n.append(1)", "8")]
    public void A_name_that_code_may_change_is_not_replaced(string statement, string value) =>
        Assert.Equal(value, ValueText.Of(Imported.Python($"n = 8\n{statement}\nx = n\n").Config["x"]!));

    [Fact]
    public void Comments_are_kept_with_their_places() =>
        Assert.Equal(
            ["#!rnn.py test.py(1,1)", "# one test.py(2,8)", "# two test.py(4,3)"],
            Imported
                .Python("#!rnn.py\na = 1  # one\ndef f():\n  # two\n  pass\n")
                .Comments.Select(c => $"{c.Text} {c.Location}")
        );
}
