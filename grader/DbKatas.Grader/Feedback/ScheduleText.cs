using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Grading.Schedules;
using Npgsql;

namespace DbKatas.Grader.Feedback;

/// <summary>A schedule that went wrong: the sentences, then the steps by session, then rows and tables that differ.</summary>
internal static class ScheduleText
{
    private const int MostFaults = 2;

    public static string Write(ScheduleFinding finding, Ink ink)
    {
        var of = finding.Place.Of > 1 ? $"Schedule {finding.Place.Number} of {finding.Place.Of}" : "The schedule";
        List<string> parts = [VerdictText.Wrap($"{of}, \"{Printable.Text(finding.Run.Schedule.Title)}\", comes out otherwise than it should.")];
        var faults = finding.Faults.Take(MostFaults).ToList();
        if (faults.Count > 0)
            parts.Add(string.Join('\n', faults.Select(fault => VerdictText.Wrap(Sentence(finding, fault)))));
        parts.Add(string.Join('\n', ScheduleTable.Lines(finding.Run, [.. finding.Faults.Select(fault => fault.Step)], ink)));
        // What a later step returns mostly follows from the first that went wrong.
        if (faults.FirstOrDefault(fault => fault.Difference is not null) is { Difference: { } difference } first)
            parts.Add($"In step {first.Step.Number} {Small(DifferenceText.Of(difference, ink))}");
        parts.AddRange(finding.Tables.Select(table => "At the end, " + Table(table, ink)));
        return string.Join("\n\n", parts);
    }

    private static string Small(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private static string Table(TableDifference table, Ink ink) => table.Fault switch
    {
        TableFault.Missing => DifferenceText.MissingTable(table.Table!),
        TableFault.Extra => DifferenceText.ExtraTable(table.Table!),
        _ => DifferenceText.Of(table.Difference!, ink, new DifferenceWording(table.Table)),
    };

    private static string Sentence(ScheduleFinding finding, ScheduleFault fault)
    {
        var step = fault.Step;
        var others = string.Join(" and ", step.WaitedFor);
        return $"Step {step.Number}, session {step.Session}: " + fault.Sort switch
        {
            ScheduleFaultSort.Waits => $"it has to wait for session {others} here, and nobody should have to wait.",
            ScheduleFaultSort.StillWaits => $"it still waits for session {others} when all steps are done. Is there a transaction that never ends?",
            ScheduleFaultSort.NotRefused => $"it goes through, and should be refused: {SqlStateWords.Of(fault.Expected!)}.",
            ScheduleFaultSort.Rows => "it gets other rows than it should.",
            _ => Refused(step.Failure!, fault.Expected, finding.LimitSeconds),
        };
    }

    private static string Refused(SqlFailure failure, string? expected, int limitSeconds)
    {
        var instead = expected is null ? "" : $" It should be refused, but with {SqlStateWords.Of(expected)}.";
        return failure.SqlState switch
        {
            null => $"{Printable.Text(failure.Message)}.",
            PostgresErrorCodes.DeadlockDetected =>
                "the sessions wait for each other in a circle, a deadlock, and PostgreSQL ends it by stopping this one (40P01)." + instead,
            PostgresErrorCodes.SerializationFailure =>
                $"PostgreSQL stops it, because another session has changed what it builds upon (40001).{instead}",
            PostgresErrorCodes.QueryCanceled => $"it was still running after {limitSeconds} s and was stopped.",
            _ => $"PostgreSQL refuses it: {Printable.Text(failure.Message)} ({failure.SqlState}).{instead}",
        };
    }
}
