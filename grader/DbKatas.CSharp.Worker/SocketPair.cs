using System.Net.Sockets;

namespace DbKatas.CSharp.Worker;

/// <summary>Two connections that are to be one.</summary>
public static class SocketPair
{
    /// <summary>Passes on what comes from either side until one of them ends. Disposes neither.</summary>
    public static async Task JoinAsync(Socket one, Socket other, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await using var first = new NetworkStream(one);
        await using var second = new NetworkStream(other);
        var there = first.CopyToAsync(second, either.Token);
        var back = second.CopyToAsync(first, either.Token);
        await Task.WhenAny(there, back);
        await either.CancelAsync();
        await Task.WhenAll(there, back).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
