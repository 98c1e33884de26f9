using DbKatas.Grader.Engines.Machine;

namespace DbKatas.Grader.Engines.Postgres.Local;

/// <summary>Finds PostgreSQL's server programs on this machine.</summary>
/// <param name="folders">The folders to look in, in order of preference among equals.</param>
public sealed class PostgresPrograms(IEnumerable<string> folders)
{
    /// <summary>The environment variable that names the one folder to use (it holds postgres and initdb), or "none".</summary>
    public const string Variable = "DBKATAS_POSTGRES_BIN";

    private const string None = "none";

    /// <summary>Everywhere on this machine, or where <see cref="Variable"/> says.</summary>
    public static PostgresPrograms OfThisMachine(CacheFolder cache) => Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" => Everywhere(cache),
        None => new PostgresPrograms([]),
        var folder => new PostgresPrograms(Only(folder)),
    };

    /// <summary>Everywhere on this machine, whatever the environment says.</summary>
    public static PostgresPrograms Everywhere(CacheFolder cache) => new(PostgresPlaces.All(cache));

    /// <summary>Asks what is there, each time anew: an answer that was kept could be out of date.</summary>
    /// <returns>The pinned major version wherever it is; else the highest other one that can grade; null when there is none.</returns>
    /// <exception cref="TroubleException">There are programs, but none of them runs.</exception>
    public async Task<PostgresProgram?> FindAsync(CancellationToken cancellation)
    {
        PostgresProgram? best = null;
        TroubleException? trouble = null;
        foreach (var folder in folders.Where(PostgresProgram.IsIn).Distinct().OrderByDescending(LooksPinned))
        {
            try
            {
                var program = await PostgresProgram.AskAsync(folder, cancellation).ConfigureAwait(false);
                if (program.Major == PostgresVersion.Pinned)
                {
                    return program;
                }

                best = Better(best, program);
            }
            catch (TroubleException e)
            {
                trouble ??= e;
            }
        }

        return best ?? (trouble is null ? null : throw trouble);
    }

    // An iterator, so that the fault is told when somebody looks for programs and not before.
    private static IEnumerable<string> Only(string folder)
    {
        if (!PostgresProgram.IsIn(folder))
        {
            throw new TroubleException($"{Variable} names {folder}, which does not hold postgres and initdb. Unset it, or name a folder that does.");
        }

        yield return folder;
    }

    // A guess from the name that saves asking the others; the program's own word decides.
    private static bool LooksPinned(string folder) => folder.Contains($"{PostgresVersion.Pinned}", StringComparison.Ordinal);

    private static PostgresProgram? Better(PostgresProgram? best, PostgresProgram other)
    {
        var canGrade = other.Major >= PostgresVersion.Oldest;
        return canGrade && (best is null || other.Major > best.Major) ? other : best;
    }
}
