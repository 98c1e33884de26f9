using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Grading.Schedules;
using DbKatas.Grader.Katas;

namespace DbKatas.Tests.Grading.Schedules;

/// <summary>Runs one schedule on a table t (id, value) with the rows (1, 10) and (2, 20), and tells what happened, an event a line.</summary>
internal static class ScheduleStory
{
    /// <param name="steps">Lines of the form "a: statement"; <c>:next</c> and <c>:rest</c> as in a schedule.sql.</param>
    /// <param name="answer">The script that <c>:next</c> takes its statements from.</param>
    public static async Task<string> TellAsync(string steps, string answer = "")
    {
        using var library = new TinyLibrary().WithKata(schema: "create table t (id int primary key, value int); insert into t values (1, 10), (2, 20);");
        var lines = steps.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.Split(": ", 2));
        var schedule = library.Write("schedule.sql", "-- schedule: a story\n" + string.Join('\n', lines.Select(line => $"-- session {line[0]}\n{line[1]};")));
        var session = await TestServers.Postgres.SessionAsync(default);
        await using var scratch = await ScratchDatabase.CreateAsync(session, library.Catalog.Katas[0], default);

        var run = await new ScheduleRunner(ScheduleFile.Read(schedule)[0], SqlScript.Split(answer), new KataLimits(Seconds: 8)).RunAsync(session, scratch, default);

        var rows = run.Tables["t"].Rows.Select(row => $"{row[0].Text}={row[1].Text}").Order(StringComparer.Ordinal);
        return string.Join('\n', run.Events.Select(Line).Append($"t: {string.Join(' ', rows)}"));
    }

    private static string Line(ScheduleEvent told) => told.Sort switch
    {
        EventSort.Waits => $"{told.Step.Session}{told.Step.Number} waits for {string.Join(',', told.Step.WaitedFor)}",
        EventSort.GoesOn => $"{told.Step.Session}{told.Step.Number} goes on{Result(told.Step)}",
        EventSort.RolledBack => $"{told.Step.Session}{told.Step.Number} rolls back",
        _ => $"{told.Step.Session}{told.Step.Number}{Result(told.Step)}",
    };

    private static string Result(StepRun step) => step switch
    {
        { Failure: { } failure } => $" refused {failure.SqlState ?? "by nobody"}",
        { Rows: { } rows } => $" -> {string.Join(' ', rows.Rows.Select(row => string.Join('=', row.Select(value => value.Text ?? "NULL"))))}".TrimEnd(),
        _ => "",
    };
}
