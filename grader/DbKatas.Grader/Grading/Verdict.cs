using DbKatas.Grader.Comparing;
using DbKatas.Grader.Comparing.Documents;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading;

/// <summary>What is known of one answer. The facts stand here once; the learner's view, JSON and the test runner are made from them.</summary>
public sealed record Verdict
{
    public required string Id { get; init; }

    public required Outcome Outcome { get; init; }

    /// <summary>Null only for a folder that is no kata.</summary>
    public Kata? Kata { get; init; }

    /// <summary>The answer's file, as a full path; null where there is no answer to speak of.</summary>
    public string? AnswerPath { get; init; }

    /// <summary>The server that judged, with its version; null when none was asked.</summary>
    public string? GradedBy { get; init; }

    /// <summary>What a reader should know of that server, as that it is of another version than the katas; null when there is nothing.</summary>
    public string? ServerNote { get; init; }

    public TimeSpan Elapsed { get; init; }

    /// <summary>What happened, where a sentence says it all: not started, refused before running, trouble.</summary>
    public string? Sentence { get; init; }

    /// <summary>Why the engine refused the answer.</summary>
    public AnswerFailure? Failure { get; init; }

    /// <summary>How the answer's results differ from the expected; several for a state, one a table.</summary>
    public IReadOnlyList<TableDifference> Differences { get; init; } = [];

    /// <summary>What is not right yet, in katas that are not judged by comparing tables alone.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The keys that differ, for katas about keys.</summary>
    public IReadOnlyList<KeyDifference> Keys { get; init; } = [];

    /// <summary>The slip that an answer which is not right yet amounts to, as a sentence; null when it fits none, or several.</summary>
    public string? LikelyMistake { get; init; }

    /// <summary>The smallest data found on which an answer that is not right yet goes wrong.</summary>
    public Counterexample? Counterexample { get; init; }

    /// <summary>For a right answer, data beyond what the question has in mind on which it goes wrong; null when there are none.</summary>
    public Counterexample? Fragile { get; init; }

    /// <summary>True for an answer that is right on the data that everybody sees, and wrong on other data at most.</summary>
    public bool IsRightOnVisibleData => Outcome == Outcome.Right || Outcome == Outcome.NotYet && Counterexample is not null
        && Failure is null && Differences.Count == 0 && Findings.Count == 0 && Keys.Count == 0 && Checks is null;

    /// <summary>True for a right answer whose rows came in the order asked for though it names none.</summary>
    public bool LacksOrder { get; init; }

    /// <summary>What the kata's own checks said; null for katas without.</summary>
    public CheckReport? Checks { get; init; }

    /// <summary>Things worth knowing that decide nothing.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}

/// <summary>Why an answer did not run, in the learner's terms, whatever engine refused it.</summary>
/// <param name="Sentence">Half a sentence, to follow "Your answer did not run: ".</param>
/// <param name="Place">The place at fault; null where the engine names none.</param>
/// <param name="Statement">The statement or command at fault, where there is no place to point at.</param>
/// <param name="Notes">What the engine adds, a sentence each.</param>
public sealed record AnswerFailure(string Sentence, TextPlace? Place = null, string? Statement = null, IReadOnlyList<string>? Notes = null);

/// <summary>What is wrong with one table, or with a query's result, which has no name.</summary>
/// <param name="Table">The table's name; null for a query's result.</param>
/// <param name="Fault">Whether it differs, or is not there, or should not be.</param>
/// <param name="Difference">How it differs; null when only one side has it, and for documents.</param>
public sealed record TableDifference(string? Table, TableFault Fault, Difference? Difference)
{
    /// <summary>How a collection differs, or a result that consists of documents; null for tables.</summary>
    public DocumentDifference? Documents { get; init; }
}

public enum TableFault
{
    Differs,
    Missing,
    Extra,
}
