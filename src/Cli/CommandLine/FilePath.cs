using System.CommandLine;

namespace NetDsl.Cli;

/// <summary>Options that name a file.</summary>
internal static class FilePath
{
    public static Option<string?> Of(string name, string description, params string[] aliases)
    {
        var option = new Option<string?>(name, aliases) { Description = description, HelpName = "FILE" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "" }])
            {
                result.AddError($"{name} needs the name of a file");
            }
        });
        return option;
    }
}
