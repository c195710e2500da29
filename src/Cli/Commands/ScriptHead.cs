namespace NetDsl.Cli;

/// <summary>The first lines of a model file, with which it runs by itself, too.</summary>
internal static class ScriptHead
{
    public static string Text { get; } =
        $"""
            #!/usr/bin/env -S dotnet --
            #:package NetDsl@{VersionAction.ToolVersion}
            #:property PublishAot=false

            """.ReplaceLineEndings("\n");
}
