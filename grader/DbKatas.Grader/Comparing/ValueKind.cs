namespace DbKatas.Grader.Comparing;

/// <summary>How a value compares with another. An engine decides it for each cell; the comparer knows no engine.</summary>
public enum ValueKind
{
    /// <summary>No value. Equal to nothing but another null here: bags match NULL with NULL.</summary>
    Null,
    Boolean,

    /// <summary>An exact number of any size, in decimal notation: 1, -2.50, 1e20, NaN, Infinity.</summary>
    Number,

    /// <summary>A binary floating-point number; compared with a relative tolerance.</summary>
    Float,
    Text,

    /// <summary>A date, a timestamp, or a timestamp with time zone: compared as instants, a date being its midnight, in UTC.</summary>
    Instant,

    /// <summary>A JSON text, compared by meaning.</summary>
    Json,

    /// <summary>A list of values, compared item by item in order.</summary>
    Array,

    /// <summary>Anything else (interval, uuid, bytea, range …): the server's canonical text, compared exactly.</summary>
    Other,
}
