using System.Net;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Katas;
using Npgsql;

namespace DbKatas.CSharp;

/// <summary>PostgreSQL for checks: a scratch database each, and the role that may enter no other.</summary>
public sealed class PostgresCheckEngine(PostgresEngine postgres) : ICheckEngine
{
    public string Name => PostgresEngine.Name;

    public async Task<string> DescribeAsync(Kata kata, CancellationToken cancellation)
    {
        var session = await postgres.SessionAsync(cancellation);
        return !kata.Needs.TryGetValue(Name, out var oldest) || session.MajorVersion >= oldest
            ? session.Description
            : throw new NeedsServerException($"This kata needs PostgreSQL {oldest} or newer, and this run has {session.Description}. Bring one with: ./kata setup");
    }

    public async Task<ICheckData> ProvideAsync(Kata kata, CancellationToken cancellation)
    {
        var session = await postgres.SessionAsync(cancellation);
        try
        {
            return new Data(session, await ScratchDatabase.CreateAsync(session, kata, cancellation), kata.Limits);
        }
        catch (Exception broken) when (broken is NpgsqlException or InvalidOperationException)
        {
            // A server that is gone is remembered as such: the next attempt must get another.
            await session.AnswersAsync(cancellation);
            throw new DisturbedException("PostgreSQL could not give the checks their data. Run again.", broken);
        }
    }

    public ValueTask DisposeAsync() => postgres.DisposeAsync();

    private sealed class Data(PostgresSession session, ScratchDatabase scratch, KataLimits limits) : ICheckData
    {
        public string ConnectionString => scratch.ConnectionString(limits);

        public DnsEndPoint Place { get; } = PlaceOf(scratch.ConnectionString(limits));

        private static DnsEndPoint PlaceOf(string connectionString) =>
            new NpgsqlConnectionStringBuilder(connectionString) is { Host: { } host } text ? new DnsEndPoint(host, text.Port) : throw new ArgumentException("no host", nameof(connectionString));

        public async Task<bool> AnswersAsync(CancellationToken cancellation) => !session.IsLost && await session.AnswersAsync(cancellation);

        public ValueTask DisposeAsync() => scratch.DisposeAsync();
    }
}
