using System.Net;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Katas;

namespace DbKatas.CSharp;

/// <summary>A server that gives checks their data. Disposing stops what it started.</summary>
public interface ICheckEngine : IAsyncDisposable
{
    /// <summary>The name in kata.json's "engines".</summary>
    string Name { get; }

    /// <summary>The server in a word or two, with its version, for the verdict.</summary>
    /// <exception cref="TroubleException">There is no server.</exception>
    /// <exception cref="NeedsServerException">The server is too old for the kata.</exception>
    Task<string> DescribeAsync(Kata kata, CancellationToken cancellation);

    /// <summary>A fresh copy of the kata's data, for one check. The copy before it has been disposed. Reachable with no other rights than that data needs.</summary>
    /// <exception cref="TroubleException">The server was lost, or the kata's data do not load.</exception>
    Task<ICheckData> ProvideAsync(Kata kata, CancellationToken cancellation);
}

/// <summary>A copy of a kata's data. Disposing takes it away.</summary>
public interface ICheckData : IAsyncDisposable
{
    /// <summary>As the engine's usual client wants it.</summary>
    string ConnectionString { get; }

    /// <summary>The server that it leads to.</summary>
    DnsEndPoint Place { get; }

    /// <summary>Asks whether the server that gave it is still there, also when it has been taken away. Checks that fail on one that is not say nothing of an answer.</summary>
    Task<bool> AnswersAsync(CancellationToken cancellation);
}

/// <summary>This run has no server that can judge the kata. The message is a sentence for the learner.</summary>
public sealed class NeedsServerException(string message) : Exception(message);
