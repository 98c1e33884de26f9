using System.Net;
using StackExchange.Redis;

namespace DbKatas.Engines.Redis;

/// <summary>Where a Redis server answers, and as whom the grader comes to it: an administrator.</summary>
/// <param name="Host">A name or an IP address.</param>
/// <param name="Port">As in 6379.</param>
/// <param name="User">Null for the server's default user.</param>
/// <param name="Password">Null where none is asked for.</param>
/// <param name="IsTls">Whether the connection is encrypted.</param>
public sealed record RedisAddress(string Host, int Port, string? User = null, string? Password = null, bool IsTls = false)
{
    public const int StandardPort = 6379;

    /// <summary>Host and port, for a sentence.</summary>
    public string Place => $"{Host}:{Port}";

    /// <summary>True for a plain connection within this machine.</summary>
    internal bool IsHere => !IsTls && IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address);

    /// <summary>True where this version of StackExchange.Redis can log in as a user that has a name.</summary>
    internal static bool ClientsHaveUsers =>
#if STACKEXCHANGE_REDIS_CURRENT
        true;
#else
        false;
#endif

    /// <summary>The password stays out of logs and messages.</summary>
    public override string ToString() => Place;

    /// <summary>How StackExchange.Redis connects as the administrator.</summary>
    /// <param name="clientName">What CLIENT LIST shows; no spaces.</param>
    internal ConfigurationOptions Options(string clientName)
    {
        var options = new ConfigurationOptions
        {
            ClientName = clientName, Password = Password, Ssl = IsTls, AllowAdmin = true, AbortOnConnectFail = true, ConnectRetry = 1,
            ConnectTimeout = 5000, SyncTimeout = 10_000,
        };
        options.EndPoints.Add(Host, Port);
        if (IsTls)
            options.SslHost = Host;
#if STACKEXCHANGE_REDIS_CURRENT
        options.User = User;
#endif
        return options;
    }
}
