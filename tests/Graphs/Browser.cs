using System.Diagnostics;
using Newtonsoft.Json.Linq;

namespace NetDsl.Tests.Graphs;

/// <summary>Opens pages in Chromium without a window.</summary>
internal static class Browser
{
    private const string Result = "<pre id=\"result\">";

    /// <summary>Null if there is none.</summary>
    public static string? Executable { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .SelectMany(folder =>
                new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => Path.Combine(folder, name))
            )
            .FirstOrDefault(File.Exists);

    /// <summary>Opens a page, runs a script at its end, and answers what the script returns, and what the page complained of.</summary>
    public static (JToken Result, string Complaints) Run(string page, string script, params string[] options)
    {
        var call = $"(() => {{ {script} }})()";
        var end =
            $"<script>const made = document.createElement('pre'); made.id = 'result'; made.textContent = btoa(encodeURIComponent(JSON.stringify({call}))); document.body.append(made);</script></body>";
        var (output, error) = Open(page.Replace("</body>", end, StringComparison.Ordinal), ["--dump-dom", .. options]);
        var start = output.IndexOf(Result, StringComparison.Ordinal);
        if (start < 0)
        {
            throw new InvalidOperationException($"The page has no result.\n{error}\n{output}");
        }

        var text = output[(start + Result.Length)..output.IndexOf("</pre>", start, StringComparison.Ordinal)];
        var json = Uri.UnescapeDataString(System.Text.Encoding.ASCII.GetString(Convert.FromBase64String(text)));
        var complaints = error.Split('\n').Where(line => line.Contains(":CONSOLE", StringComparison.Ordinal));
        return (JToken.Parse(json), string.Join('\n', complaints));
    }

    /// <summary>The picture of a page.</summary>
    public static byte[] Screenshot(string page, params string[] options)
    {
        var image = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".png");
        Open(page, [$"--screenshot={image}", .. options]);
        var bytes = File.ReadAllBytes(image);
        File.Delete(image);
        return bytes;
    }

    private static (string Output, string Error) Open(string page, IEnumerable<string> options)
    {
        var folder = Directory.CreateTempSubdirectory("netdsl-browser-");
        try
        {
            var file = Path.Combine(folder.FullName, "page.html");
            File.WriteAllText(file, page);
            var start = new ProcessStartInfo(Executable!)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                ArgumentList =
                {
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--enable-logging=stderr",
                    "--window-size=1400,900",
                    $"--user-data-dir={Path.Combine(folder.FullName, "profile")}",
                },
            };
            foreach (var option in options)
            {
                start.ArgumentList.Add(option);
            }

            start.ArgumentList.Add(new Uri(file).AbsoluteUri);
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (output, error.GetAwaiter().GetResult());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
