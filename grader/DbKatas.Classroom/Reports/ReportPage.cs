using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace DbKatas.Classroom.Reports;

/// <summary>The report: one HTML file that needs nothing else, no network and no script from elsewhere. The table is in the page itself; its script only adds search, filters and the feedback.</summary>
internal static class ReportPage
{
    private const int MostListed = 10;

    /// <summary>A mark that can be told from the others without its colour, and what it stands for.</summary>
    private static readonly Dictionary<string, (string Mark, string Words)> Outcomes = new()
    {
        ["right"] = ("✓", "right"),
        ["fragile"] = ("✓", "right, but fragile"),
        ["not-yet"] = ("~", "not yet"),
        ["did-not-run"] = ("✗", "did not run"),
        ["trouble"] = ("!", "trouble"),
        ["needs-server"] = ("?", "needs a server"),
        ["not-started"] = ("·", "not started"),
    };

    public static void Write(ReportData data, IReadOnlyList<ClassDay> days, string path)
    {
        var parts = new Dictionary<string, string>
        {
            ["style"] = Resource("report.css"),
            ["script"] = Resource("report.js"),
            ["summary"] = Summary(data),
            ["matrix"] = Matrix(data),
            ["hardest"] = Hardest(data),
            ["mistakes"] = Mistakes(data),
            ["course"] = CourseChart.Svg(days, data.Katas.Count),
            // "</script>" within a text must not end the element; the default encoder writes < as \u003C.
            ["texts"] = JsonSerializer.Serialize(data.Texts),
        };
        // Split rather than replaced one by one: a student's text may hold what looks like a mark of the template.
        var pieces = Resource("report.html").Split("{{", StringSplitOptions.None);
        var page = new StringBuilder(pieces[0]);
        foreach (var piece in pieces.Skip(1))
        {
            var end = piece.IndexOf("}}", StringComparison.Ordinal);
            page.Append(parts[piece[..end]]).Append(piece, end + 2, piece.Length - end - 2);
        }
        File.WriteAllText(path, page.ToString());
    }

    private static string Summary(ReportData data)
    {
        var answered = data.Students.Sum(student => student.Cells.Count(cell => cell.Verdict != "not-started"));
        var all = data.Students.Count * data.Katas.Count;
        return $"{Count(data.Students.Count, "student")} · {Count(data.Katas.Count, "kata")} · {Number(answered)} of {Number(all)} answered · {Number(data.Right)} right ({Percent(data.Right, all)})";
    }

    private static string Matrix(ReportData data)
    {
        var html = new StringBuilder("<thead><tr><th scope=\"col\" rowspan=\"2\">Student</th><th scope=\"col\" rowspan=\"2\">Marks</th>");
        foreach (var topic in data.Katas.GroupBy(kata => kata.Topic))
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"colgroup\" colspan=\"{topic.Count()}\">{Text(topic.Key)}</th>");
        html.Append("</tr><tr>");
        foreach (var kata in data.Katas)
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\" data-kata=\"{Text(kata.Id)}\" aria-label=\"{Text($"{kata.Id}: {kata.Title}")}\" title=\"{Text($"{kata.Id}: {kata.Title}")}\">{Text(kata.Id.Split('/')[^1][..2])}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var student in data.Students)
            Row(html, data, student);
        html.Append("</tbody><tfoot><tr><th scope=\"row\">Right</th><td></td>");
        for (var column = 0; column < data.Katas.Count; column++)
            html.Append(CultureInfo.InvariantCulture, $"<td>{Percent(data.Students.Count(student => student.Cells[column].Outcome == "right"), data.Students.Count)}</td>");
        return html.Append("</tr></tfoot>").ToString();
    }

    private static void Row(StringBuilder html, ReportData data, ReportStudent student)
    {
        var fault = student.Fault is { } why ? $" <span class=\"fault\">{Text(why)}</span>" : "";
        html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Text(student.Name)}{fault}</th><td>{student.Marks:0.##} of {data.Most:0.##}</td>");
        foreach (var cell in student.Cells)
        {
            var (mark, words) = Outcomes.GetValueOrDefault(cell.Verdict, ("?", cell.Verdict));
            html.Append(CultureInfo.InvariantCulture, $"<td class=\"{Text(cell.Verdict)}\" aria-label=\"{Text(words)}\"{(cell.Text < 0 ? "" : $" data-text=\"{cell.Text}\"")}>{mark}</td>");
        }
        html.Append("</tr>\n");
    }

    private static string Hardest(ReportData data)
    {
        var katas = data.Katas.Select((kata, column) =>
        {
            var tried = data.Students.Select(student => student.Cells[column]).Where(cell => cell.Outcome is "right" or "not-yet" or "did-not-run").ToList();
            return (kata.Id, kata.Title, Tried: tried.Count, Right: tried.Count(cell => cell.Outcome == "right"));
        });
        var hardest = katas.Where(kata => kata.Tried > 0 && kata.Right < kata.Tried).OrderBy(kata => (double)kata.Right / kata.Tried).ThenByDescending(kata => kata.Tried).Take(MostListed).ToList();
        return hardest.Count == 0
            ? "<p>Every answer that was tried is right.</p>"
            : $"<ol>{string.Concat(hardest.Select(kata => $"<li><span>{Text(kata.Id)} <small>{Text(kata.Title)}</small></span><meter min=\"0\" max=\"{kata.Tried}\" value=\"{kata.Right}\">{kata.Right} of {kata.Tried}</meter><span>{kata.Right} of {kata.Tried} right</span></li>"))}</ol>";
    }

    private static string Mistakes(ReportData data)
    {
        var common = data.Mistakes.OrderByDescending(mistake => mistake.Value).ThenBy(mistake => mistake.Key.Kata, StringComparer.Ordinal).Take(MostListed).ToList();
        return common.Count == 0
            ? "<p>No answer amounts to a slip that the grader knows.</p>"
            : $"<ol>{string.Concat(common.Select(mistake => $"<li><span>{Text(mistake.Key.Mistake)} <small>{Text(mistake.Key.Kata)}</small></span><span>{Count(mistake.Value, "answer")}</span></li>"))}</ol>";
    }

    private static string Resource(string name)
    {
        using var stream = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return stream.ReadToEnd();
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Count(int number, string what) => $"{Number(number)} {what}{(number == 1 ? "" : "s")}";

    private static string Percent(int part, int all) => all == 0 ? "0 %" : $"{100 * part / all} %";
}
