using System.Net.Sockets;
using DbKatas.Engines.Redis;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Containers;

namespace DbKatas.Engines.Containers;

/// <summary>Redis in a container of the Docker engine that answers; no way where none does.</summary>
/// <param name="starter">Starts containers; asked for when a server is wanted.</param>
internal sealed class ContainerRedisProvider(Func<ContainerStarter> starter) : IRedisProvider
{
    public string Name => "a container";

    public async Task<WayFinding> LookAsync(CancellationToken cancellation)
    {
        var (isOpen, words) = await starter().LookAsync(_ => ContainerRecipes.Redis).ConfigureAwait(false);
        return isOpen ? this.Open(words) : this.Closed(words);
    }

    public async Task<RedisServer?> TryStartAsync(CancellationToken cancellation)
    {
        var container = await starter().TryStartAsync(_ => ContainerRecipes.Redis, IsReadyAsync, cancellation).ConfigureAwait(false);
        return container is null ? null : new ContainerRedis(AddressOf(container), container);
    }

    private static Task<bool> IsReadyAsync(RunningContainer container, CancellationToken cancellation) =>
        Readiness.Usual.WaitAsync(token => AnswersAsync(container, token), container.IsRunningAsync, cancellation);

    private static async Task<bool> AnswersAsync(RunningContainer container, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await RespConnection.OpenAsync(AddressOf(container), cancellation).ConfigureAwait(false);
            return (await connection.DemandAsync(cancellation, "PING").ConfigureAwait(false)).Text == "PONG";
        }
        catch (RespException refused) when (refused.Message.Contains("without any password configured", StringComparison.Ordinal))
        {
            await ContainerRedisSettings.SetAsync(AddressOf(container) with { Password = null }, container.Password, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return false;
        }
    }

    private static RedisAddress AddressOf(RunningContainer container) => new(container.Host, container.Port, null, container.Password);

    private sealed class ContainerRedis : RedisServer
    {
        private readonly RunningContainer _container;

        public ContainerRedis(RedisAddress address, RunningContainer container) : base(address, "container")
        {
            _container = container;
            // A container that stays may serve two runs at once.
            IsOurs = !container.Stays;
        }

        public override async ValueTask DisposeAsync()
        {
            await _container.DisposeAsync().ConfigureAwait(false);
            await base.DisposeAsync().ConfigureAwait(false);
        }
    }
}
