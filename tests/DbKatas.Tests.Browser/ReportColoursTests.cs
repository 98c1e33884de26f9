using DbKatas.Classroom.Grading;
using Microsoft.Playwright;
using NUnit.Framework;
using Shouldly;
using static DbKatas.Tests.Browser.WrittenClass;

namespace DbKatas.Tests.Browser;

/// <summary>Light and dark: as the system has it, or as the button says; legible in both.</summary>
public class ReportColoursTests
{
    /// <summary>WCAG 2.2, 1.4.3: text against what is behind it.</summary>
    private const double LeastContrast = 4.5;

    private static readonly string[] Verdicts = ["right", "not-yet", "did-not-run", "trouble", "needs-server"];

    /// <summary>Relative luminance and contrast as WCAG 2.2 defines them; an element without a ground of its own lies on the nearest that has one.</summary>
    private const string Contrast = """
        element => {
          const channels = colour => colour.match(/[\d.]+/g).map(Number);
          const luminance = colour => channels(colour).slice(0, 3).map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
            .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
          let ground = element;
          while (channels(getComputedStyle(ground).backgroundColor)[3] === 0) ground = ground.parentElement;
          const [light, dark] = [luminance(getComputedStyle(element).color), luminance(getComputedStyle(ground).backgroundColor)].sort((a, b) => b - a);
          return (light + 0.05) / (dark + 0.05);
        }
        """;

    private WrittenClass _class = null!;
    private string _path = null!;

    [OneTimeSetUp]
    public void Write()
    {
        _class = new WrittenClass([.. Enumerable.Range(1, 7).Select(number => new ClassKata($"sql/test/{number:00}-kata", "A kata", 1, "sql/test"))])
            .With("Ada", [.. Verdicts.Select((outcome, i) => ($"{i + 1:00}-", Verdict(outcome, "  + 1  extra\n  - 2  missing\n  ~ 3  changed", "A slip.")))])
            .With("Bela", ("01-", Verdict("right", "fragile", fragile: true)))
            .With("Chidi", fault: "can't be read");
        _path = _class.WriteReport(new DateOnly(2026, 3, 1));
    }

    [OneTimeTearDown]
    public void Delete() => _class.Dispose();

    [TestCase(ColorScheme.Light)]
    [TestCase(ColorScheme.Dark)]
    public async Task Every_text_can_be_read(ColorScheme colours)
    {
        await using var report = await ReportInBrowser.OpenAsync(_path, colours);
        await report.Cell("Ada", "02-").ClickAsync();
        string[] kinds = [.. Verdicts.Select(verdict => $"tbody td.{verdict}"), "td.fragile", "td.not-started", "tbody th", "tfoot td", ".fault", "header p", ".hint", "small", "button", "#feedback-text", ".extra", ".missing", ".changed"];

        foreach (var kind in kinds)
            (await report.Page.Locator(kind).First.EvaluateAsync<double>(Contrast)).ShouldBeGreaterThanOrEqualTo(LeastContrast, $"{kind}, {colours}");
    }

    [Test]
    public async Task Follows_the_system_until_the_button_is_used()
    {
        await using var report = await ReportInBrowser.OpenAsync(_path, ColorScheme.Dark);
        Task<string> Ground() => report.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        var dark = await Ground();

        await report.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        var light = await Ground();
        await report.Page.GetByRole(AriaRole.Button, new() { Name = "Dark" }).ClickAsync();

        light.ShouldBe("rgb(255, 255, 255)");
        dark.ShouldNotBe(light);
        (await Ground()).ShouldBe(dark);
        await report.Page.GetByRole(AriaRole.Button, new() { Name = "Light" }).ClickAsync();
        (await Ground()).ShouldBe(light);
    }
}
