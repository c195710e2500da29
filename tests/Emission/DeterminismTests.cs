using System.Collections.Concurrent;
using System.Globalization;
using NetDsl.Layers;
using NetDsl.Tests.Repository;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Emitting;

/// <summary>The same model gives the same bytes, wherever and however often it is emitted.</summary>
public sealed class DeterminismTests
{
    public static TheoryData<Form> Forms => [.. Enum.GetValues<Form>()];

    public static TheoryData<Form, string> FormsAndCultures
    {
        get
        {
            var data = new TheoryData<Form, string>();
            foreach (var form in Enum.GetValues<Form>())
            {
                foreach (var culture in new[] { "de-DE", "tr-TR", "fa-IR", "ar-SA", "" })
                {
                    data.Add(form, culture);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_model_is_the_same_in_1000_runs(Form form)
    {
        var first = Emitted.Text(Model(4), form);

        Assert.All(Enumerable.Range(0, 1000), _ => Assert.Equal(first, Emitted.Text(Model(4), form)));
    }

    [Theory]
    [MemberData(nameof(FormsAndCultures))]
    public void A_model_is_the_same_in_every_culture(Form form, string culture)
    {
        var expected = Emitted.Text(Model(4), form);
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(expected, Emitted.Text(Model(4), form));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Equal_models_are_the_same_on_8_threads(Form form)
    {
        var expected = Emitted.Text(Model(4), form);

        Findings.None(OnThreads(_ => Emitted.Text(Model(4), form) == expected ? null : "another text"));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Different_models_do_not_mix_on_8_threads(Form form)
    {
        string[] expected = [.. Enumerable.Range(0, 8).Select(thread => Emitted.Text(Model(2 + thread), form))];

        Findings.None(
            OnThreads(thread => Emitted.Text(Model(2 + thread), form) == expected[thread] ? null : $"thread {thread}")
        );
    }

    [Fact]
    public void Two_models_recorded_in_turns_do_not_mix()
    {
        var alone = Emitted.Text(InTurns(new Net("first"), other: null));

        Assert.Equal(alone, Emitted.Text(InTurns(new Net("first"), new Net("second"))));
    }

    [Fact]
    public void Emitting_a_model_as_JSON_does_not_change_it_as_Python()
    {
        var net = Model(4);
        var before = Emitted.Text(net);
        Emitted.Text(net, Form.JsonPrimitive);

        Assert.Equal(before, Emitted.Text(net));
    }

    private static ConcurrentBag<string> OnThreads(Func<int, string?> run)
    {
        var problems = new ConcurrentBag<string>();
        using var start = new Barrier(8);
        var threads = Enumerable
            .Range(0, 8)
            .Select(number => new Thread(() =>
            {
                start.SignalAndWait();
                for (var i = 0; i < 25; i++)
                {
                    if (run(number) is { } problem)
                    {
                        problems.Add(problem);
                    }
                }
            }))
            .ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return problems;
    }

    private static Net InTurns(Net net, Net? other)
    {
        var features = Dim.Feature("in", 3);
        var norm = net.Add("norm", new BatchNorm());
        var data = net.Input("data", [Dim.Batch, features]);
        if (other is not null)
        {
            other.Output(
                other.Add("norm", new BatchNorm()).Call(other.Input("data", [Dim.Batch, Dim.Feature("in", 5)]))
            );
        }

        net.Output(norm.Call(data));
        return net;
    }

    private static Net Model(int hidden) =>
        Sample.Of(s =>
        {
            var ff = s.Net.Add("ff", new Linear(Dim.Feature("hidden", hidden + 4)));
            var norm = s.Net.Add("norm", new BatchNorm(epsilon: 1e-5, momentum: 0.05));
            var x = norm.Call(ff.Call(s.Data)) * 1234.5;
            var steps = Sample.Counter("steps");
            steps.AssignAdd(1);
            s.Net.Loss("energy", ReduceMean(Square(x), [x.Dims.Feature!]), scale: 1e-8);
            s.Net.Output(x);
            s.Net.Training = new()
            {
                Train = Dataset.Of("Task12AXDataset", ("num_seqs", 12345)),
                Optimizer = Optimizer.Adam(),
                LearningRate = 0.00025,
            };
        });
}
