using Microsoft.Playwright;
using NUnit.Framework;

namespace DbKatas.Tests.Browser;

/// <summary>One Chromium for all tests: the machine's own, since Playwright would download another.</summary>
[SetUpFixture]
public sealed class Chromium
{
    private const string Variable = "DBKATAS_CHROMIUM";

    private static IPlaywright? s_playwright;
    private static IBrowser? s_browser;

    public static IBrowser Browser => s_browser!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        s_playwright = await Playwright.CreateAsync();
        // Chromium's own sandbox can't be had as root, nor in most containers; the only page it opens here is ours.
        s_browser = await s_playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Args = ["--no-sandbox"] });
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (s_browser is not null)
            await s_browser.DisposeAsync();
        s_playwright?.Dispose();
    }

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            return named;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        string[] names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
        return names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"There is no Chromium on this machine, which these tests need. On Debian: apt-get install chromium. Elsewhere name one: {Variable}=PATH");
    }
}
