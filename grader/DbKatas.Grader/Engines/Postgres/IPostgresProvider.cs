namespace DbKatas.Grader.Engines.Postgres;

/// <summary>One way to come by a PostgreSQL server.</summary>
public interface IPostgresProvider : IServerProvider<PostgresServer>;
