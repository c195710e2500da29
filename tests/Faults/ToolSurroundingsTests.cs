using System.Security.Cryptography;
using System.Text;
using NetDsl.Tests.Repository;
using Xunit;

namespace NetDsl.Tests.Faults;

/// <summary>The tool as a process in other languages, zones and terminals.</summary>
public sealed class ToolSurroundingsTests : ToolFixture
{
    private static readonly string[] surroundings =
    [
        "LC_ALL=C",
        "LC_ALL=tr_TR.UTF-8 TZ=Asia/Kathmandu",
        "LC_ALL=de_DE.UTF-8 TZ=America/St_Johns TERM=dumb",
        "LANG=ar_SA.UTF-8 LC_NUMERIC=fa_IR.UTF-8 COLUMNS=20",
        "LC_ALL=zh_TW.Big5 TZ=nowhere/at_all",
        "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1",
    ];

    [UnixFact]
    public void All_that_is_written_is_the_same_in_all_of_them()
    {
        var example = File.ReadAllLines(RepositoryFiles.FullPath("examples", "twelve-ax.cs"))
            .Where(line => !line.StartsWith("#:project", StringComparison.Ordinal));
        WriteCompiled(string.Join("\r\n", example));
        Write("wrong.py", "network = {'output': {'class': 'LINEAR', 'n_out': -1.5e-7, 'İ': 'ı'}}\n");

        var digests = surroundings.Select(DigestIn).ToList();

        Assert.Single(digests.Distinct());
    }

    private string DigestIn(string variables)
    {
        var (code, output, error) = Shell(
            $"""
            export {variables}
            netdsl emit model.cs --explain-lowering -v
            netdsl stats model.cs
            netdsl check wrong.py
            netdsl emit --help
            """
        );
        Assert.Equal(0, code);
        Assert.Contains("#!rnn.py", output, StringComparison.Ordinal);
        Assert.Contains("wrong.py(1,", error, StringComparison.Ordinal);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{output}\0{error}")));
    }
}
