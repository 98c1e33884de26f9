using System.Net;
using DbKatas.Grader.Engines;
using StackExchange.Redis;

namespace DbKatas.Engines.Redis;

/// <summary>Reads a connection string as people have them: StackExchange.Redis's form, or the URI that redis-cli and cloud consoles show.</summary>
internal static class RedisConnectionText
{
    private const string Plain = "redis://";
    private const string Tls = "rediss://";

    /// <exception cref="TroubleException">The text can't be read. The sentence quotes none of it: a password may stand anywhere in it.</exception>
    public static RedisAddress Parse(string text)
    {
        text = text.Trim();
        try
        {
            var isUri = text.StartsWith(Plain, StringComparison.OrdinalIgnoreCase) || text.StartsWith(Tls, StringComparison.OrdinalIgnoreCase);
            return isUri ? FromUri(new Uri(text)) : FromOptions(text);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            throw Unreadable();
        }
    }

    private static RedisAddress FromUri(Uri uri)
    {
        var login = uri.UserInfo.Split(':', 2);
        var user = Uri.UnescapeDataString(login[0]);
        var password = login.Length < 2 ? null : Uri.UnescapeDataString(login[1]);
        return new RedisAddress(
            uri.Host.Length == 0 ? "localhost" : uri.DnsSafeHost,
            uri.Port > 0 ? uri.Port : RedisAddress.StandardPort,
            Named(user),
            string.IsNullOrEmpty(password) ? null : password,
            uri.Scheme.Equals("rediss", StringComparison.OrdinalIgnoreCase));
    }

    private static RedisAddress FromOptions(string text)
    {
        // StackExchange.Redis 1.2.6 knows no users and refuses the word.
        var parts = text.Split(',').ToLookup(part => part.TrimStart().StartsWith("user=", StringComparison.OrdinalIgnoreCase));
        var user = parts[true].Select(part => part.Split('=', 2)[1].Trim()).LastOrDefault();
        var options = ConfigurationOptions.Parse(string.Join(',', parts[false]));
        var (host, port) = options.EndPoints.FirstOrDefault() switch
        {
            DnsEndPoint name => (name.Host, name.Port),
            IPEndPoint address => (address.Address.ToString(), address.Port),
            _ => throw Unreadable(),
        };
        // StackExchange.Redis 3 takes what it can't read for a name, with the password that a slip of the pen has put there.
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
            throw Unreadable();
        var standard = options.Ssl ? RedisAddress.StandardPort + 1 : RedisAddress.StandardPort;
        return new RedisAddress(host, port == 0 ? standard : port, Named(user), string.IsNullOrEmpty(options.Password) ? null : options.Password, options.Ssl);
    }

    private static string? Named(string? user) => user is null or "" or "default" ? null : user;

    private static TroubleException Unreadable() => new(
        $"{RedisConnectionStringProvider.Variable} holds no connection string that can be read. It should look like "
        + "localhost:6379 or redis.example.org:6379,password=… or redis://:…@localhost:6379 "
        + "(in a URI, write signs such as @ : / # in a password as %40 %3A %2F %23). "
        + $"Or unset {RedisConnectionStringProvider.Variable} to grade on a private server.");
}
