using DbKatas.Grader.Engines.Postgres;

namespace DbKatas.Grader.Grading.Probes;

/// <summary>One thing that a schema is tried with.</summary>
/// <param name="Sort">What is to become of it.</param>
/// <param name="States">For a refusal: the SQLSTATEs (23503), or classes of them (23), with which it may be refused.</param>
/// <param name="Reason">What it stands for, as the end of a sentence: "an order for a customer who does not exist".</param>
/// <param name="Statements">At least one. Where a refusal is wanted, the last is to be refused and the others prepare it.</param>
public sealed record Probe(ProbeSort Sort, IReadOnlyList<string> States, string Reason, IReadOnlyList<SqlStatement> Statements)
{
    public bool Wants(string? sqlState) => sqlState is not null && States.Any(state => sqlState.StartsWith(state, StringComparison.Ordinal));
}

public enum ProbeSort
{
    /// <summary>Runs once, before the probes, and stays: the rows that each of them finds.</summary>
    Given,

    /// <summary>Every statement must be accepted.</summary>
    Accept,

    /// <summary>The last statement must be refused.</summary>
    Refuse,

    /// <summary>The last statement is a query that must give one row with one true.</summary>
    Holds,
}

/// <summary>A probe that came out otherwise than it should.</summary>
/// <param name="Probe">What was tried.</param>
/// <param name="Failure">What the server said; null when it said nothing against it.</param>
public sealed record ProbeFinding(Probe Probe, SqlFailure? Failure) : Finding;
