namespace DbKatas.Grader.Engines;

/// <summary>What a look at one way to a server has found.</summary>
/// <param name="Way">The way's name, to begin a line with: "a private server".</param>
/// <param name="State">Whether a run would grade by it.</param>
/// <param name="Words">Why, in a sentence. It never holds a password.</param>
public sealed record WayFinding(string Way, WayState State, string Words)
{
    /// <summary>The environment variable that leads here, for a way that can be left by unsetting it; null for others.</summary>
    public string? Variable { get; init; }
}

/// <summary>Whether a run would grade by a way.</summary>
public enum WayState
{
    /// <summary>There is nothing there; the next way is asked.</summary>
    Closed,

    /// <summary>It has a server; no other way is asked.</summary>
    Open,

    /// <summary>It should have a server and has none: trouble, and no other way is asked.</summary>
    Broken,
}
