namespace DbKatas.Grader.Engines;

/// <summary>One run of the grader on one server. Disposing ends what was started for it.</summary>
public interface IEngineSession : IAsyncDisposable
{
    /// <summary>True once the server has been found not to answer any more; the session is then of no further use.</summary>
    bool IsLost { get; }
}
