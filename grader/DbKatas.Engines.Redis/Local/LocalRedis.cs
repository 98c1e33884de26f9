namespace DbKatas.Engines.Redis.Local;

/// <summary>A private server in its folder. Disposing stops it and frees the folder.</summary>
internal sealed class LocalRedis : RedisServer
{
    private readonly RedisProcess _process;
    private readonly RedisFolder _folder;

    public LocalRedis(RedisProcess process, RedisFolder folder) : base(process.Address, "private server")
    {
        (_process, _folder) = (process, folder);
        IsOurs = true;
    }

    public override async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Dispose();
        await base.DisposeAsync();
    }
}
