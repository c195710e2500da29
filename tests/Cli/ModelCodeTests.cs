using Xunit;

namespace NetDsl.Tests.Cli;

[Collection("Console")]
public sealed class ModelCodeTests : CliFixture
{
    [Fact]
    public void What_a_model_prints_goes_to_stderr()
    {
        RunScript(
            [
                () =>
                {
                    Console.WriteLine("recording");
                    return new Net("tagger");
                },
            ],
            "emit"
        );

        Assert.Equal("recording\n", Error);
    }

    [Fact]
    public void What_a_program_prints_before_its_models_run_goes_to_stderr()
    {
        Write(
            "model.cs",
            "using NetDsl;\nConsole.WriteLine(\"loading\");\nreturn NetDslCli.Run(args, () => new(\"a\"));\n"
        );

        Run("emit", "model.cs");

        Assert.Equal("loading\n", Error);
    }

    [Fact]
    public void Console_Out_is_as_before_when_a_model_has_run()
    {
        var before = Console.Out;

        RunScript([() => throw new InvalidOperationException()], "emit");

        Assert.Same(before, Console.Out);
    }

    [Fact]
    public void A_model_that_throws_is_told_with_its_line_and_where_it_was_called_from()
    {
        Write(
            "model.cs",
            """
            using NetDsl;
            return NetDslCli.Run(args, Model);
            static Net Model()
            {
                return new Net(Name());
            }
            static string Name()
            {
                throw new InvalidOperationException("no name");
            }
            """
        );

        Run("emit", "model.cs");

        Assert.Equal(
            "model.cs(9,5): error ND0103: the model threw System.InvalidOperationException: no name\n"
                + "  model.cs(5,5): called from here\n",
            Error
        );
    }

    [Fact]
    public void A_program_that_throws_before_it_hands_over_models_is_told_with_its_line()
    {
        Write(
            "model.cs",
            "using NetDsl;\nstring? text = null;\nConsole.WriteLine(text!.Length);\nreturn NetDslCli.Run(args);\n"
        );

        Run("emit", "model.cs");

        Assert.StartsWith(
            "model.cs(3,1): error ND0103: the model threw System.NullReferenceException: ",
            Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_failing_static_initialiser_is_told_by_its_cause()
    {
        Write(
            "model.cs",
            """
            using NetDsl;
            return NetDslCli.Run(args, () => new(Names.Model));
            static class Names
            {
                public static readonly string Model = int.Parse("x").ToString();
            }
            """
        );

        Run("emit", "model.cs");

        Assert.StartsWith(
            "model.cs(5,5): error ND0103: the model threw System.FormatException: ",
            Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_model_that_throws_exits_with_1() =>
        Assert.Equal(1, RunScript([() => throw new InvalidOperationException()], "emit"));

    [Fact]
    public void The_diagnostics_of_a_model_are_printed_in_their_order()
    {
        Diagnostic[] found =
        [
            new("ND2001", Severity.Error, "second first"),
            new("ND1001", Severity.Error, "then first"),
        ];

        RunScript([() => throw new ModelException(found)], "emit");

        Assert.Equal("netdsl : error ND2001: second first\nnetdsl : error ND1001: then first\n", Error);
    }

    [Fact]
    public void A_program_that_hands_over_nothing_is_told()
    {
        Run("emit", Write("model.cs", "return args.Length;\n"));

        Assert.Equal(
            "model.cs(1,1): error ND0104: the program ended without handing models to NetDslCli.Run\n"
                + "  end the program with: return NetDslCli.Run(args, MyModel);\n",
            Error
        );
    }

    [Fact]
    public void Compile_errors_are_told_at_their_places()
    {
        Run("emit", Write("model.cs", "using NetDsl;\nreturn NetDslCli.Run(args, Model);\n"));

        Assert.Equal("model.cs(2,28): error CS0103: The name 'Model' does not exist in the current context\n", Error);
    }

    [Fact]
    public void Compile_errors_exit_with_1() => Assert.Equal(1, Run("emit", Write("model.cs", "return x;\n")));

    [Fact]
    public void A_compiler_warning_does_not_stop_the_model()
    {
        Write("model.cs", "using NetDsl;\nint unused;\nreturn NetDslCli.Run(args, () => new(\"a\"));\n");

        Run("emit", "model.cs");

        Assert.Equal("model a\n", Output);
    }

    [Fact]
    public void A_compiler_warning_can_be_left_out()
    {
        Write("model.cs", "using NetDsl;\nint unused;\nreturn NetDslCli.Run(args, () => new(\"a\"));\n");

        Run("emit", "model.cs", "--nowarn=CS0168");

        Assert.Empty(Error);
    }

    [Fact]
    public void A_program_may_be_asynchronous()
    {
        Write("model.cs", "using NetDsl;\nawait Task.Yield();\nreturn NetDslCli.Run(args, () => new(\"a\"));\n");

        Run("emit", "model.cs");

        Assert.Equal("model a\n", Output);
    }

    [Fact]
    public void A_model_file_may_have_the_name_of_the_tool()
    {
        Run("emit", WriteModel("netdsl.cs"));

        Assert.Equal("model tagger\n", Output);
    }

    [Fact]
    public void Shebang_and_directives_of_the_tool_itself_are_honoured_in_process()
    {
        Run(
            "emit",
            WriteModel(
                "model.cs",
                before: "#!/usr/bin/env -S dotnet --\n#:package NetDsl@0.1.0\n#:property PublishAot=false\n"
            )
        );

        Assert.Equal("model tagger\n", Output);
    }

    [Fact]
    public void Defined_constants_reach_the_compiler()
    {
        Write(
            "model.cs",
            """
            #:property DefineConstants=$(DefineConstants);LARGE
            using NetDsl;
            #if LARGE
            return NetDslCli.Run(args, () => new("large"));
            #endif
            """
        );

        Run("emit", "model.cs");

        Assert.Equal("model large\n", Output);
    }

    [Fact]
    public void A_directive_that_needs_the_SDK_is_told_when_it_is_forbidden()
    {
        Run(
            "emit",
            "--build",
            "roslyn",
            WriteModel("model.cs", before: "#:property PublishAot=false\n#:package Other@1.0.0\n")
        );

        Assert.StartsWith(
            "model.cs(2,1): error ND0108: #:package Other@1.0.0 cannot be honoured in process\n",
            Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_source_file_is_not_built_when_building_is_forbidden()
    {
        Run("emit", "--build", "none", WriteModel("model.cs"));

        Assert.StartsWith(
            "netdsl : error ND0108: 'model.cs' is not built with --build none\n",
            Error,
            StringComparison.Ordinal
        );
    }
}
