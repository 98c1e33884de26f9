using System.Net.Sockets;
using Npgsql;

namespace DbKatas.Grader.Engines.Postgres;

/// <summary>Tells a server that may still come from one that says no, and says either in plain words.</summary>
internal static class ConnectFailure
{
    /// <summary>Whether waiting can mend it: nobody listens, the server is starting or full, the connection broke off.</summary>
    public static bool IsNotThereYet(NpgsqlException failure) => failure switch
    {
        PostgresException said => said.SqlState is PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections,
        // A TLS failure is an AuthenticationException inside; a missing password has nothing inside.
        _ => failure.InnerException is SocketException or IOException or TimeoutException,
    };

    /// <summary>The reason of a failure that may mend itself, without a full stop.</summary>
    public static string? Reason(NpgsqlException failure) => failure switch
    {
        PostgresException said => said.MessageText,
        { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } } => "no such host",
        { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } => "nothing listens there",
        _ => null,
    };

    /// <summary>The reason of a refusal and what mends it, in whole sentences. It never holds the password.</summary>
    public static string Refusal(NpgsqlException failure, NpgsqlConnectionStringBuilder address) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword } =>
            $"the password for user {address.Username} is wrong. Correct the password in {ConnectionStringProvider.Variable}.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
            $"there is no database {address.Database}. Use Database=postgres in {ConnectionStringProvider.Variable}; the grader makes its own beside it.",
        PostgresException said => $"{said.MessageText}.",
        _ when string.IsNullOrEmpty(address.Password) =>
            $"it wants a password for user {address.Username}. Add Password=… to {ConnectionStringProvider.Variable}.",
        _ => $"{failure.Message.TrimEnd('.')}.",
    };
}
