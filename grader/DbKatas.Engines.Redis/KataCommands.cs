using DbKatas.Engines.Redis.Scripts;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;

namespace DbKatas.Engines.Redis;

/// <summary>The files of commands that belong to a kata: its data and its reference answer. What is wrong with them is the kata's fault.</summary>
public static class KataCommands
{
    private static readonly TimeSpan LoadTime = TimeSpan.FromSeconds(60);

    /// <summary>Loads the data that everybody sees.</summary>
    /// <exception cref="TroubleException">They can't be read or do not load.</exception>
    public static Task LoadAsync(Kata kata, RedisScratch scratch, CancellationToken cancellation) => LoadAsync(ReadSeed(kata), scratch, cancellation);

    internal static async Task LoadAsync(RedisAnswer seed, RedisScratch scratch, CancellationToken cancellation)
    {
        var loaded = await new RedisScriptRunner(scratch).RunAsync(seed.Commands, LoadTime, cancellation);
        if (loaded.Failure is { } failure)
            throw AtFault(seed, failure, "Its data do not load.");
    }

    internal static RedisAnswer ReadSeed(Kata kata) => Read(kata.SchemaPath, "Restore it.");

    internal static RedisAnswer Read(string path, string mend)
    {
        RedisAnswer file;
        try
        {
            file = RedisAnswer.Read(path);
        }
        catch (TextFileException unreadable)
        {
            throw new TroubleException($"{TextFile.Shown(path)} {unreadable.Message} {mend}", unreadable);
        }
        return file.Fault is { } fault
            ? throw new TroubleException($"The kata itself is at fault: line {TextPlace.Of(file.Text, fault.Position).Line} of {TextFile.Shown(path)} can't be read: {fault.Message}.")
            : file;
    }

    internal static TroubleException AtFault(RedisAnswer file, RedisFailure failure, string consequence)
    {
        var reason = failure.Reason switch
        {
            RefusalReason.Server => $"Redis says: {failure.Message.TrimEnd('.')}.",
            RefusalReason.Time => "It does not end.",
            _ => $"{failure.Command.Name} {failure.Message}.",
        };
        return new TroubleException(
            $"The kata itself is at fault: line {TextPlace.Of(file.Text, failure.Command.Start).Line} of {TextFile.Shown(file.Path)} does not run. {reason} {consequence}");
    }
}
