using DbKatas.Grader.Engines;

namespace DbKatas.Grader.Grading.Probes;

/// <summary>
/// Reads probes.sql: sections under the headings <c>-- given: …</c>, <c>-- accept: …</c>, <c>-- refuse 23503: …</c> and
/// <c>-- holds: …</c>, each with what it stands for and one or more statements.
/// </summary>
internal static class ProbeFile
{
    private static readonly IReadOnlyList<string> Words = [.. Enum.GetNames<ProbeSort>().Select(name => name.ToLowerInvariant())];

    /// <exception cref="TroubleException">The file is missing, or a section lacks its statements, its meaning or its SQLSTATE.</exception>
    public static IReadOnlyList<Probe> Read(string path) => [.. HeadedScript.Read(path, Words).Select(section => Probe(path, section))];

    private static Probe Probe(string path, ScriptSection section)
    {
        var sort = Enum.Parse<ProbeSort>(section.Word, ignoreCase: true);
        var states = section.Argument.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (section.Title.Length == 0)
            throw HeadedScript.Fault(path, section.Line, $"does not say what is tried. Write -- {section.Word}: an order without a line");
        if (section.Statements.Count == 0)
            throw HeadedScript.Fault(path, section.Line, "has no statement below it.");
        if (sort == ProbeSort.Refuse ? states.Length == 0 || !states.All(IsState) : states.Length > 0)
            throw HeadedScript.Fault(path, section.Line, "must name the SQLSTATE, or its first two characters, of a refusal and of nothing else: -- refuse 23503: …");
        return new Probe(sort, states, section.Title, section.Statements);
    }

    private static bool IsState(string text) => text.Length is 2 or 5 && text.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c));
}
