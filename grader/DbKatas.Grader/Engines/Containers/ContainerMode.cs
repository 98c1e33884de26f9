namespace DbKatas.Grader.Engines.Containers;

/// <summary>Whether the grader starts containers, and for how long.</summary>
public enum ContainerMode
{
    /// <summary>Never; Docker is not even asked.</summary>
    Off,

    /// <summary>One container an engine, removed after the run. The default.</summary>
    Run,

    /// <summary>One container an engine that stays for the next run.</summary>
    Reuse,
}
