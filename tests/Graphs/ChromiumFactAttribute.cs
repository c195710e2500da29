using Xunit;

namespace NetDsl.Tests.Graphs;

/// <summary>A test that needs a browser; where there is none it is skipped, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (Browser.Executable is null)
        {
            Skip = "there is no Chromium (Debian: apt-get install chromium)";
        }
    }
}
