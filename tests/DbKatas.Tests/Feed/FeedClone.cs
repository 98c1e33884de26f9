using System.IO.Compression;
using System.Text.RegularExpressions;
using DbKatas.Tests.Cli;

namespace DbKatas.Tests.Feed;

/// <summary>
/// The parts of a clone that decide what is taken from the package feed, around one tiny project, in a folder with a space; and a
/// feed of its own. Nothing of the machine's own feed or packages is read or changed.
/// </summary>
internal sealed class FeedClone : IDisposable
{
    private const string Project =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <ItemGroup Condition="'$(HasTestcontainers)' == 'true'">
            <PackageReference Include="Testcontainers" />
          </ItemGroup>
          <ItemGroup Condition="'$(NeedsRedis)' == 'true'">
            <PackageReference Include="StackExchange.Redis" />
          </ItemGroup>
        </Project>
        """;

    private const string Solution = """<Solution><Project Path="tiny/Tiny.csproj" /></Solution>""";

    private readonly TemporaryFolder _folder = new();

    public FeedClone()
    {
        var repository = Repository.Folder;
        string[] files = [.. Directory.GetFiles(repository, "Directory.*"), .. Directory.GetFiles(Path.Combine(repository, "eng")), Path.Combine(repository, "global.json")];
        foreach (var file in files)
        {
            _folder.Write(At(Path.GetRelativePath(repository, file)), File.ReadAllText(file));
        }

        _folder.Write(At("tiny/Tiny.csproj"), Project);
        _folder.Write(At("Tiny.slnx"), Solution);
        Directory.CreateDirectory(FolderFeed);
        UseFeed(FolderFeed);
    }

    /// <summary>A package source on this machine that nobody serves.</summary>
    public static string NoNetwork => "https://127.0.0.1:9/v3/index.json";

    public string FolderFeed => Path.Combine(_folder.Path, "packages of the feed");

    public string Answer => Read("artifacts/feed.props");

    public bool IsUnsure => File.Exists(Full("artifacts/feed-unsure.props"));

    /// <summary>What the last restore brought: "Testcontainers/4.15.0".</summary>
    public string Restored => Read("artifacts/obj/Tiny/project.assets.json");

    public void UseFeed(string source) => _folder.Write(At("NuGet.config"),
        $"""<configuration><packageSources><clear /><add key="feed" value="{source}" /></packageSources></configuration>""");

    /// <summary>Puts a package without content or needs on the folder feed.</summary>
    public void Publish(string id, string version)
    {
        using var package = ZipFile.Open(Path.Combine(FolderFeed, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        using var description = new StreamWriter(package.CreateEntry($"{id}.nuspec").Open());
        description.Write(
            $"""
            <package><metadata><id>{id}</id><version>{version}</version><authors>nobody</authors><description>empty</description></metadata></package>
            """);
    }

    /// <summary>As if a commit had moved the project to another version.</summary>
    public void WantTestcontainers(string version) => _folder.Write(
        At("eng/Feed.props"), Regex.Replace(Read("eng/Feed.props"), "(?<=<FeedTestcontainers>)[^<]+", version));

    public bool IsAsking => Directory.Exists(Full("artifacts/feed")) && Directory.EnumerateFileSystemEntries(Full("artifacts/feed")).Any();

    /// <summary>Asks the feed, as each command does before its restore, and restores nothing.</summary>
    public Task<CommandRun> AskAsync() => DotnetAsync("msbuild", Full("eng/Probe.proj"), "-target:Ask", "-nologo", "-maxCpuCount:1");

    public Task<CommandRun> RestoreAsync(string what, params string[] options) => DotnetAsync(["restore", what, .. options]);

    private Task<CommandRun> DotnetAsync(params string[] arguments) => CommandRun.RunAsync(
        Full(""),
        [
            ("NUGET_PACKAGES", Path.Combine(_folder.Path, "restored")),
            ("NUGET_HTTP_CACHE_PATH", Path.Combine(_folder.Path, "http")),
            // One vain attempt is enough.
            ("NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT", "1"),
            ("MSBUILDDISABLENODEREUSE", "1"),
        ],
        "dotnet", arguments);

    public void Dispose() => _folder.Dispose();

    private static string At(string path) => "a clone/" + path;

    private string Full(string path) => Path.Combine(_folder.Path, At(path));

    private string Read(string path) => File.ReadAllText(Full(path));
}
