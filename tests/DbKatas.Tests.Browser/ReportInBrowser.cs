using Microsoft.Playwright;
using Shouldly;

namespace DbKatas.Tests.Browser;

/// <summary>A report that is open in a page of its own. Whatever the page complains of or asks the network for is kept, and must be nothing.</summary>
internal sealed class ReportInBrowser : IAsyncDisposable
{
    private readonly List<string> _complaints = [];
    private readonly List<string> _requests = [];
    private readonly IBrowserContext _context;

    private ReportInBrowser(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => _complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => _complaints.Add(error);
        page.Dialog += (_, dialog) => _complaints.Add($"dialog: {dialog.Message}");
        page.Request += (_, request) => _requests.Add(request.Url);
    }

    public IPage Page { get; }

    public ILocator Grid => Page.GetByRole(AriaRole.Grid, new() { Name = "Students and katas" });

    public ILocator Feedback => Page.GetByRole(AriaRole.Dialog);

    public ILocator FeedbackText => Page.Locator("#feedback-text");

    public ILocator Found => Page.Locator("#found");

    public static async Task<ReportInBrowser> OpenAsync(string path, ColorScheme colours = ColorScheme.Light, int width = 1280, int height = 900)
    {
        var context = await Chromium.Browser.NewContextAsync(new() { ColorScheme = colours, ViewportSize = new() { Width = width, Height = height } });
        var report = new ReportInBrowser(context, await context.NewPageAsync());
        await report.Page.GotoAsync(new Uri(path).AbsoluteUri);
        return report;
    }

    /// <summary>The cell of a student and a kata. In XPath the marks are a row's first <c>td</c>, and places count from 1.</summary>
    public ILocator Cell(string student, string kata) => Page.Locator($"xpath=//tbody/tr[th[starts-with(., '{student}')]]/td[count(//thead/tr[2]/th[contains(@data-kata, '{kata}')]/preceding-sibling::th) + 2]");

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        _complaints.ShouldBeEmpty();
        _requests.ShouldHaveSingleItem().ShouldStartWith("file:///");
    }
}
