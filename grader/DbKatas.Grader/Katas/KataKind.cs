namespace DbKatas.Grader.Katas;

/// <summary>How a kata is graded.</summary>
public enum KataKind
{
    /// <summary>What one query returns.</summary>
    Result,

    /// <summary>What the tables, collections or keys hold after a script has run.</summary>
    State,

    /// <summary>What a schema accepts and refuses.</summary>
    Probe,

    /// <summary>How the server goes about a query: the nodes of its plan and the pages they read.</summary>
    Plan,

    /// <summary>What several sessions do to each other, step by step.</summary>
    Schedule,

    /// <summary>One right choice for each of a few questions; no engine is asked.</summary>
    Quiz,

    /// <summary>What C# does, judged by checks that the kata's author wrote.</summary>
    Code,
}
