namespace DbKatas.Hostile.Faults;

/// <summary>Something that goes wrong while answers are graded.</summary>
internal enum Fault
{
    /// <summary>All processes of the private PostgreSQL are killed.</summary>
    PostgresKilled,

    /// <summary>Every connection of an answer is ended.</summary>
    ConnectionsEnded,

    /// <summary>The private Redis is killed.</summary>
    RedisKilled,

    /// <summary>The process that stands in for MongoDB is killed.</summary>
    NodeKilled,

    /// <summary>A hostile answer is graded beside the others.</summary>
    HostileAnswer,

    /// <summary>A second run begins on the same PostgreSQL, and ends.</summary>
    SecondRun,
}
