namespace DbKatas.Grader.Engines.Postgres.Local;

/// <summary>A private server in its slot. Disposing stops it and frees the slot; its databases stay for the next run.</summary>
internal sealed class LocalServer(ServerProcess process, DataSlot slot) : PostgresServer(process.ConnectionString, "private server")
{
    internal override bool EndedByFullDisk => slot.Log.SaysFullDiskEndedIt;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync().ConfigureAwait(false);
        await process.DisposeAsync().ConfigureAwait(false);
        slot.Dispose();
    }
}
