using DbKatas.Grader.Engines.Machine;

namespace DbKatas.Grader.Engines.Postgres.Local;

/// <summary>Brings PostgreSQL of the pinned version into the cache folder, once. Nothing outside that folder changes.</summary>
/// <param name="programs">What the machine may hold already.</param>
/// <param name="cache">Where it is put.</param>
public sealed class PostgresSetup(PostgresPrograms programs, CacheFolder cache)
{
    internal const string OtherWays = "Debian: apt-get install postgresql; or use Docker: docker compose up -d postgres";

    /// <summary>The npm program; null when the machine has none. A seam for tests.</summary>
    internal string? Npm { get; init; } = ProgramPath.Find("npm");

    /// <summary>The setup for the user who runs the grader.</summary>
    public static PostgresSetup OfThisUser()
    {
        var cache = CacheFolder.OfThisUser();
        return new PostgresSetup(PostgresPrograms.Everywhere(cache), cache);
    }

    /// <summary>Installs unless the pinned version is there; says in a line or two what it found or did.</summary>
    /// <returns>The programs of the pinned version.</returns>
    /// <exception cref="TroubleException">It can't be brought; the sentence says why and what else would do.</exception>
    public async Task<PostgresProgram> EnsureAsync(Action<string> say, CancellationToken cancellation)
    {
        if (await PresentAsync(cancellation).ConfigureAwait(false) is { } present)
        {
            say($"PostgreSQL {present.Number} is here: {present.Folder}");
            return present;
        }

        var name = PostgresPackage.Name
            ?? throw new TroubleException($"There is no ready-made PostgreSQL for {PostgresPackage.Platform}. {OtherWays}");
        var npm = Npm
            ?? throw new TroubleException($"Bringing PostgreSQL {PostgresVersion.Pinned} needs npm, which is not here. Install Node.js, or instead: {OtherWays}");
        var package = $"{name}@{PostgresPackage.Version}";
        var place = PostgresPackage.FolderIn(cache);
        say($"Bringing PostgreSQL {PostgresVersion.Pinned} (npm package {package}, 24 MB) to {place}");

        var installer = new PackageInstaller(npm, package);
        await WholeFolder.MakeAsync(place, folder => installer.InstallAsync(folder, cancellation), IsPresentAsync, cancellation).ConfigureAwait(false);
        var program = await PostgresProgram.AskAsync(PostgresPackage.BinIn(cache), cancellation).ConfigureAwait(false);
        say($"PostgreSQL {program.Number} is ready: {program.Folder}");
        return program;

        async Task<bool> IsPresentAsync() => await PresentAsync(cancellation).ConfigureAwait(false) is not null;
    }

    private async Task<PostgresProgram?> PresentAsync(CancellationToken cancellation)
    {
        try
        {
            return await programs.FindAsync(cancellation).ConfigureAwait(false) is { Major: PostgresVersion.Pinned } program ? program : null;
        }
        catch (TroubleException)
        {
            // Programs that don't run are a reason to bring some that do.
            return null;
        }
    }
}
