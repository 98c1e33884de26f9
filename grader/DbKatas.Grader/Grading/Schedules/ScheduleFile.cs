using DbKatas.Grader.Engines;

namespace DbKatas.Grader.Grading.Schedules;

/// <summary>
/// Reads schedule.sql. <c>-- schedule: title</c> begins one; <c>-- session a</c> begins steps of session a, one a statement, and
/// <c>-- with a: name = value, …</c> says what <c>:name</c> in the answer stands for there. The steps <c>:next</c> and <c>:rest</c> run the
/// answer's statements; in a file without them the answer is run before each schedule. <c>-- retry 40001</c>, below a schedule's
/// heading, runs an answer again that was refused with this code.
/// </summary>
internal static class ScheduleFile
{
    private const int MostSessions = 4;

    private static readonly string[] Words = ["schedule", "with", "retry", "session"];

    /// <exception cref="TroubleException">The file is missing or holds no schedule.</exception>
    public static IReadOnlyList<Schedule> Read(string path)
    {
        var schedules = new List<List<ScriptSection>>();
        foreach (var section in HeadedScript.Read(path, Words))
        {
            if (section.Word == "schedule")
                schedules.Add([]);
            else if (schedules.Count == 0)
                throw HeadedScript.Fault(path, section.Line, "stands before the first schedule. Write a line -- schedule: what happens in it");
            schedules[^1].Add(section);
        }
        return [.. schedules.Select(sections => Schedule(path, sections))];
    }

    private static Schedule Schedule(string path, List<ScriptSection> sections)
    {
        if (sections[0].Title.Length == 0)
            throw HeadedScript.Fault(path, sections[0].Line, "says nothing of the schedule. Write -- schedule: what happens in it");
        if (sections.FirstOrDefault(section => section.Word != "session" && section.Statements.Count > 0) is { } stray)
            throw HeadedScript.Fault(path, stray.Line, "is followed by statements that belong to no session. Write -- session a above them.");
        var steps = sections.Where(section => section.Word == "session").SelectMany(section => Steps(path, section)).ToList();
        var variables = sections.Where(section => section.Word == "with")
            .ToDictionary(section => Session(path, section), section => (IReadOnlyDictionary<string, string>)Variables(path, section));
        var schedule = new Schedule(sections[0].Title, variables, steps,
            [.. sections.Where(section => section.Word == "retry").SelectMany(section => section.Argument.Split(' ', StringSplitOptions.RemoveEmptyEntries))]);
        if (steps.Count == 0 || schedule.Sessions.Count > MostSessions)
            throw HeadedScript.Fault(path, sections[0].Line, steps.Count == 0 ? "is a schedule without steps." : $"has more than {MostSessions} sessions.");
        if (variables.Keys.FirstOrDefault(name => !schedule.Sessions.Contains(name)) is { } unknown)
            throw HeadedScript.Fault(path, sections[0].Line, $"gives values to session {unknown}, which has no steps. Its sessions: {string.Join(", ", schedule.Sessions)}.");
        return schedule;
    }

    private static IEnumerable<ScheduleStep> Steps(string path, ScriptSection section)
    {
        var session = Session(path, section);
        return section.Statements.Select(statement => statement.Text switch
        {
            ":next" => new ScheduleStep(session, StepSort.Next, ""),
            ":rest" => new ScheduleStep(session, StepSort.Rest, ""),
            var sql when sql.StartsWith(':') => throw HeadedScript.Fault(path, section.Line, $"has the step {sql}. There are two of that sort: :next and :rest."),
            var sql => new ScheduleStep(session, StepSort.Statement, sql),
        });
    }

    private static string Session(string path, ScriptSection section) =>
        section.Argument is [>= 'a' and <= 'z'] ? section.Argument
        : throw HeadedScript.Fault(path, section.Line, $"names no session. Sessions are called by one letter, as in -- {section.Word} a");

    private static Dictionary<string, string> Variables(string path, ScriptSection section)
    {
        var pairs = section.Title.Split(',', StringSplitOptions.TrimEntries).Select(pair => pair.Split('=', 2, StringSplitOptions.TrimEntries)).ToList();
        return pairs.All(pair => pair is [{ Length: > 0 }, { Length: > 0 }])
            ? pairs.ToDictionary(pair => pair[0], pair => pair[1])
            : throw HeadedScript.Fault(path, section.Line, "must give values by their names: -- with a: account = 1, amount = 50");
    }
}
