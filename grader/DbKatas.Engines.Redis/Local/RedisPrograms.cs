using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Machine;

namespace DbKatas.Engines.Redis.Local;

/// <summary>Finds redis-server on this machine.</summary>
/// <param name="files">Where it may be, in order of preference.</param>
public sealed class RedisPrograms(IEnumerable<string> files)
{
    /// <summary>The environment variable that names the one program to use, or "none".</summary>
    public const string Variable = "DBKATAS_REDIS_SERVER";

    private const string None = "none";
    private const string Name = "redis-server";

    private static readonly string[] UsualFolders = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", "/home/linuxbrew/.linuxbrew/bin"];

    /// <summary>Everywhere on this machine, or where <see cref="Variable"/> says.</summary>
    public static RedisPrograms OfThisMachine(CacheFolder cache) => Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" => Everywhere(cache),
        None => new RedisPrograms([]),
        var file => new RedisPrograms(Only(file)),
    };

    /// <summary>Everywhere on this machine, whatever the environment says.</summary>
    public static RedisPrograms Everywhere(CacheFolder cache) =>
        new([.. ProgramPath.Folders.Concat(UsualFolders).Select(folder => Path.Combine(folder, Name)), BroughtIn(cache)]);

    /// <summary>Where <c>kata setup</c> puts its link.</summary>
    internal static string BroughtIn(CacheFolder cache) => cache.At("redis", "bin", Name);

    /// <returns>The first that is new enough to grade; null when there is none.</returns>
    /// <exception cref="TroubleException">There is a program, but it does not run or is too old.</exception>
    public async Task<RedisProgram?> FindAsync(CancellationToken cancellation)
    {
        TroubleException? trouble = null;
        foreach (var file in files.Where(File.Exists).Distinct())
        {
            try
            {
                var program = await RedisProgram.AskAsync(file, cancellation);
                if (program.Major >= RedisVersion.Oldest)
                    return program;
                trouble ??= new TroubleException($"{file} is Redis {program.Number}; the katas need {RedisVersion.Oldest} or newer. Or use Docker: docker compose up -d redis");
            }
            catch (TroubleException e)
            {
                trouble ??= e;
            }
        }
        return trouble is null ? null : throw trouble;
    }

    // An iterator, so that the fault is told when somebody looks for a program and not before.
    private static IEnumerable<string> Only(string file)
    {
        if (!File.Exists(file))
            throw new TroubleException($"{Variable} names {file}, which is not there. Unset it, or name a redis-server that is.");
        yield return file;
    }
}
