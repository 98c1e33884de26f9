using DbKatas.Grader.Engines.Machine;

namespace DbKatas.Grader.Engines.Postgres.Local;

/// <summary>
/// A private server from the programs of this machine, on a loopback port of its own. The first start takes a second, later ones a tenth:
/// its data folder is kept, databases included, for the next run of the same user.
/// </summary>
/// <param name="programs">Where to find PostgreSQL.</param>
/// <param name="cache">Where prepared data folders are kept.</param>
/// <param name="dataFolder">Where servers keep their data; null for memory where there is room, else the cache.</param>
public sealed class LocalServerProvider(PostgresPrograms programs, CacheFolder cache, string? dataFolder = null) : IPostgresProvider
{
    private const int MostPorts = 5;

    /// <summary>How a port is chosen; a seam for tests.</summary>
    internal Func<int> ChoosePort { get; init; } = FreePort.Any;

    /// <summary>The server of the user who runs the grader.</summary>
    public static LocalServerProvider OfThisUser()
    {
        var cache = CacheFolder.OfThisUser();
        return new LocalServerProvider(PostgresPrograms.OfThisMachine(cache), cache);
    }

    public string Name => "a private server";

    public async Task<WayFinding> LookAsync(CancellationToken cancellation)
    {
        if (await programs.FindAsync(cancellation).ConfigureAwait(false) is not { } program)
        {
            return this.Closed("This machine has no PostgreSQL programs that can grade.");
        }

        await using var server = await TryStartAsync(cancellation).ConfigureAwait(false);
        return this.Open($"PostgreSQL {program.Number} starts from {program.Folder}.{(server?.Note is { } note ? " " + note : "")}");
    }

    public async Task<PostgresServer?> TryStartAsync(CancellationToken cancellation)
    {
        if (await programs.FindAsync(cancellation).ConfigureAwait(false) is not { } program)
        {
            return null;
        }

        var slots = dataFolder is null ? DataSlots.OfThisUser(cache) : new DataSlots(dataFolder);
        var slot = slots.Take();
        try
        {
            var process = await StartOnAsync(slot, program, cancellation).ConfigureAwait(false);
            return new LocalServer(process, slot) { IsOurs = true, FirstConnection = process.Connection, Note = PostgresVersion.NoteFor(program.Major) };
        }
        catch
        {
            slot.Dispose();
            throw;
        }
    }

    private async Task<ServerProcess> StartOnAsync(DataSlot slot, PostgresProgram program, CancellationToken cancellation)
    {
        var template = new InitdbTemplate(program, cache);
        var isWarm = await slot.PrepareAsync(template, cancellation).ConfigureAwait(false);
        try
        {
            return await StartOnSomePortAsync(slot, program, cancellation).ConfigureAwait(false);
        }
        catch (TroubleException) when (isWarm)
        {
            // Whatever the last run left there, it is made again more easily than understood.
            await slot.RemakeAsync(template, cancellation).ConfigureAwait(false);
            return await StartOnSomePortAsync(slot, program, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<ServerProcess> StartOnSomePortAsync(DataSlot slot, PostgresProgram program, CancellationToken cancellation)
    {
        var port = 0;
        for (var i = 0; i < MostPorts; i++)
        {
            port = ChoosePort();
            if (await ServerProcess.TryStartAsync(program, slot, port, cancellation).ConfigureAwait(false) is { } process)
            {
                return process;
            }
        }

        throw new TroubleException(
            $"PostgreSQL found its port in use {MostPorts} times in a row, last 127.0.0.1:{port}. Another program takes ports as fast as they are free: "
            + "end it, or grade on a server of your own by DBKATAS_POSTGRES.");
    }
}
