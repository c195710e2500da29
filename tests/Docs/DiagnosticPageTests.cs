using NetDsl.Tests.Repository;
using Xunit;

namespace NetDsl.Tests.Docs;

/// <summary>The page of diagnostics is as it is generated, and complete.</summary>
public sealed class DiagnosticPageTests
{
    [Fact]
    public void The_page_of_diagnostics_says_what_explain_says() =>
        GeneratedPage.Check(DiagnosticPage.File, DiagnosticPage.Write());

    [Fact]
    public void Every_code_belongs_to_a_family() => Findings.None(DiagnosticPage.Homeless);
}
