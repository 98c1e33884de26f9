namespace DbKatas.Grader.Grading.Schedules;

/// <summary>One interleaving of sessions.</summary>
/// <param name="Title">What happens in it, in a few words.</param>
/// <param name="Variables">By session: what the answer's <c>:name</c> stands for there.</param>
/// <param name="Steps">In the order in which they are begun.</param>
/// <param name="Retries">SQLSTATEs after which a session runs the answer from its beginning again, as an application would.</param>
public sealed record Schedule(
    string Title, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Variables, IReadOnlyList<ScheduleStep> Steps, IReadOnlyList<string> Retries)
{
    /// <summary>In the order in which they first do something.</summary>
    public IReadOnlyList<string> Sessions => [.. Steps.Select(step => step.Session).Distinct()];
}

/// <param name="Session">A letter.</param>
/// <param name="Sort">What is run.</param>
/// <param name="Text">The statement; for <see cref="StepSort.Statement"/> alone.</param>
public sealed record ScheduleStep(string Session, StepSort Sort, string Text);

public enum StepSort
{
    /// <summary>A statement of the schedule's own.</summary>
    Statement,

    /// <summary><c>:next</c>, the answer's next statement in this session; nothing when there is none left.</summary>
    Next,

    /// <summary><c>:rest</c>, all statements of the answer that are left in this session.</summary>
    Rest,
}
