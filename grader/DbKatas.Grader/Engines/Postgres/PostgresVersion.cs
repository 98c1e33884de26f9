namespace DbKatas.Grader.Engines.Postgres;

/// <summary>Which PostgreSQL grades. A major version decides what SQL means and how messages read, so one is pinned.</summary>
public static class PostgresVersion
{
    /// <summary>The major version that the katas are written for; docker-compose.yml and <c>kata setup</c> bring the same.</summary>
    public const int Pinned = 17;

    /// <summary>The oldest major version that can grade, with a note.</summary>
    public const int Oldest = 15;

    /// <returns>The remark that belongs beside a verdict of that version; null for the pinned one.</returns>
    public static string? NoteFor(int major) => major == Pinned
        ? null
        : $"graded on PostgreSQL {major}; the katas are written for {Pinned}: `./kata setup` brings it";
}
