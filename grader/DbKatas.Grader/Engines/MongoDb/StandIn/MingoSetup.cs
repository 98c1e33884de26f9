using System.ComponentModel;
using System.Diagnostics;
using DbKatas.Grader.Engines.Machine;

namespace DbKatas.Grader.Engines.MongoDb.StandIn;

/// <summary>Brings the stand-in's npm packages into the cache folder, once. Nothing outside that folder changes.</summary>
/// <param name="cache">Where they are put.</param>
public sealed class MingoSetup(CacheFolder cache)
{
    private const string OtherWay = "Or use a MongoDB server: docker compose up -d mongo";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly string[] Manifests = ["package.json", "package-lock.json"];

    /// <summary>The npm program; null when the machine has none. A seam for tests.</summary>
    internal string? Npm { get; init; } = ProgramPath.Find("npm");

    public static MingoSetup OfThisUser() => new(CacheFolder.OfThisUser());

    /// <summary>Installs unless the pinned versions are there; says in a line what it found or did.</summary>
    /// <exception cref="TroubleException">They can't be brought; the sentence says why and what else would do.</exception>
    public async Task EnsureAsync(Action<string> say, CancellationToken cancellation)
    {
        var place = MingoPackage.FolderIn(cache);
        if (!MingoPackage.IsIn(cache))
        {
            var npm = Npm ?? throw new TroubleException(
                $"Bringing mingo, which stands in for MongoDB, needs npm, which is not here. Install Node.js {MingoPackage.OldestNode} or newer. {OtherWay}");
            say($"Bringing mingo {MingoPackage.Version} and bson {MingoPackage.BsonVersion}, which stand in for MongoDB (npm, 2 MB), to {place}");
            await WholeFolder.MakeAsync(place, folder => InstallAsync(npm, folder, cancellation), () => Task.FromResult(MingoPackage.IsIn(cache)), cancellation).ConfigureAwait(false);
        }
        say($"mingo {MingoPackage.Version}, standing in for MongoDB, is here: {place}");
    }

    private static async Task InstallAsync(string npm, string folder, CancellationToken cancellation)
    {
        foreach (var manifest in Manifests)
            File.Copy(Path.Combine(MingoPackage.WorkerFolder, manifest), Path.Combine(folder, manifest));
        var start = new ProcessStartInfo(npm, ["ci", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund"]) { WorkingDirectory = folder };
        try
        {
            var run = await ProgramRun.OfAsync(start, Limit, cancellation).ConfigureAwait(false);
            if (run.ExitCode != 0)
                throw new TroubleException($"npm could not bring mingo. Is the network there? {OtherWay}\nnpm's last words:\n{run.LastLines()}");
        }
        catch (Exception e) when (e is Win32Exception or TimeoutException)
        {
            throw new TroubleException($"npm could not bring mingo: {e.Message}. {OtherWay}", e);
        }
    }
}
