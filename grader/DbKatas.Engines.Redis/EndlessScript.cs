using System.Diagnostics;
using System.Net.Sockets;

namespace DbKatas.Engines.Redis;

/// <summary>A script that keeps the server from answering. It is found and ended on a connection of its own.</summary>
internal sealed class EndlessScript(RedisAddress address)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <returns>Whether the server does not answer, for whatever reason.</returns>
    public async Task<bool> IsRunningAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await using var connection = await RespConnection.OpenAsync(address, limit.Token, ["PING"]);
            return false;
        }
        catch (Exception silence) when (silence is RespException or IOException or SocketException or OperationCanceledException)
        {
            return true;
        }
    }

    /// <returns>False when it can't be ended: it has changed data, and half a change is none.</returns>
    public async Task<bool> TryEndAsync()
    {
        var watch = Stopwatch.StartNew();
        do
        {
            await AskToEndAsync();
            if (!await IsRunningAsync())
                return true;
            await Task.Delay(Pause);
        }
        while (watch.Elapsed < Patience);
        return false;
    }

    private async Task AskToEndAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await using var connection = await RespConnection.OpenAsync(address, limit.Token, ["SCRIPT", "KILL"]);
        }
        catch (Exception refusal) when (refusal is RespException or IOException or SocketException or OperationCanceledException)
        {
            // NOTBUSY: it has just ended. UNKILLABLE: it has written. The next question tells.
        }
    }
}
