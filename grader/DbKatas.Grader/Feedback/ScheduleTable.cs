using DbKatas.Grader.Comparing;
using DbKatas.Grader.Grading.Schedules;
using Npgsql;

namespace DbKatas.Grader.Feedback;

/// <summary>What happened, a line an event: each session's statements in a column of its own, and what came of them behind.</summary>
internal static class ScheduleTable
{
    private const int Widest = 46;

    public static IEnumerable<string> Lines(ScheduleRun run, IReadOnlyList<StepRun> faults, Ink ink)
    {
        var sessions = run.Schedule.Sessions;
        string[] names = ["step", .. sessions.Select(name => "session " + name)];
        var width = Math.Max(20, Widest * 2 / Math.Max(2, sessions.Count));
        var rows = run.Events.Select(told => new GridRow(
            faults.Contains(told.Step) && told.Sort != EventSort.RolledBack ? "~" : " ",
            [
                new GridCell(told.Sort is EventSort.Ran or EventSort.Waits ? told.Step.Number.ToString() : "", null, true),
                .. sessions.Select(name => new GridCell(name == told.Step.Session ? Cell(told, width) : "")),
            ],
            Note(told)));
        return new TextGrid(names, [.. rows], ink).Lines();
    }

    private static string Cell(ScheduleEvent told, int width) => told.Sort switch
    {
        EventSort.GoesOn => $"… {told.Step.Number} goes on",
        EventSort.RolledBack => "… rollback",
        _ => Statement(told.Step.Statement.Text, width),
    };

    private static string Statement(string sql, int width)
    {
        var line = string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Printable.Text(line.Length > width ? line[..(width - 2)] + " …" : line);
    }

    private static string Note(ScheduleEvent told) => told.Sort switch
    {
        EventSort.Waits => "waits for " + string.Join(" and ", told.Step.WaitedFor),
        EventSort.RolledBack => "",
        _ => Result(told.Step),
    };

    private static string Result(StepRun step) => step switch
    {
        { Failure.SqlState: PostgresErrorCodes.DeadlockDetected } => "deadlock: stopped",
        { Failure.SqlState: PostgresErrorCodes.QueryCanceled } => "takes too long: stopped",
        { Failure.SqlState: { } state } => $"refused ({state})",
        { Failure: not null } => "connection ended",
        // A function that returns void prints as nothing.
        { Rows: { Rows: [[{ Text: "" }]] } } => "",
        { Rows: { Rows: [[var only]] } } => CellText.Of(only),
        { Rows: { } table } => DifferenceSentence.Count(table.Rows.Count, "row"),
        _ => "",
    };
}
