using Npgsql;

namespace DbKatas.Grader.Engines.Postgres;

/// <summary>Reads a connection string as people have them: Npgsql's key=value form, or the URI that psql and cloud consoles show.</summary>
internal static class ConnectionText
{
    private static readonly string[] Schemes = ["postgres", "postgresql"];

    // libpq's names that are more than Npgsql's words with an underscore between them.
    private static readonly Dictionary<string, string> NpgsqlNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["connect_timeout"] = "Timeout",
        ["sslrootcert"] = "Root Certificate",
        ["sslcert"] = "SSL Certificate",
        ["sslkey"] = "SSL Key",
        ["sslpassword"] = "SSL Password",
        ["dbname"] = "Database",
        ["user"] = "Username",
    };

    /// <returns>The parts, with the host and user filled in where the text is silent.</returns>
    /// <exception cref="TroubleException">The text can't be read. The sentence quotes none of it: a password may stand anywhere in it.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string text)
    {
        try
        {
            var parts = IsUri(text.Trim(), out var uri) ? FromUri(uri) : new NpgsqlConnectionStringBuilder(text);
            parts.Host ??= "localhost";
            parts.Username ??= "postgres";
            parts.Database ??= "postgres";
            return parts;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            throw Unreadable();
        }
    }

    private static bool IsUri(string text, out Uri uri)
    {
        uri = null!;
        if (!Schemes.Any(scheme => text.StartsWith(scheme + "://", StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out uri!) ? true : throw Unreadable();
    }

    private static NpgsqlConnectionStringBuilder FromUri(Uri uri)
    {
        var parts = new NpgsqlConnectionStringBuilder { Host = uri.Host.Length == 0 ? null : uri.DnsSafeHost };
        if (uri.Port > 0)
        {
            parts.Port = uri.Port;
        }

        var login = uri.UserInfo.Split(':', 2);
        parts.Username = login[0].Length == 0 ? null : Uri.UnescapeDataString(login[0]);
        parts.Password = login.Length < 2 ? null : Uri.UnescapeDataString(login[1]);
        parts.Database = uri.AbsolutePath.Length <= 1 ? null : Uri.UnescapeDataString(uri.AbsolutePath[1..]);
        foreach (var option in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            SetOption(parts, option.Split('=', 2));
        }

        return parts;
    }

    private static void SetOption(NpgsqlConnectionStringBuilder parts, string[] option)
    {
        var name = NpgsqlNames.GetValueOrDefault(option[0], option[0].Replace('_', ' '));
        var value = option.Length < 2 ? "" : Uri.UnescapeDataString(option[1]);

        // libpq writes verify-full where Npgsql's enumeration has VerifyFull.
        parts[name] = name.Equals("sslmode", StringComparison.OrdinalIgnoreCase) ? value.Replace("-", "", StringComparison.Ordinal) : value;
    }

    private static TroubleException Unreadable() => new(
        $"{ConnectionStringProvider.Variable} holds no connection string that can be read. It should look like "
        + "Host=localhost;Username=postgres;Password=…;Database=postgres or postgresql://postgres:…@localhost:5432/postgres "
        + "(in a URI, write signs such as @ : / # in a password as %40 %3A %2F %23). "
        + $"Or unset {ConnectionStringProvider.Variable} to grade on a private server.");
}
