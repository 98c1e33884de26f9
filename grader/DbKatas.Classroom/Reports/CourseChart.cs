using System.Globalization;

namespace DbKatas.Classroom.Reports;

/// <summary>The course of a class over the days on which it was graded, as a line.</summary>
internal static class CourseChart
{
    private const int Width = 600;
    private const int Height = 160;

    /// <param name="days">In order.</param>
    /// <param name="katas">How many katas there are: the top of the chart is all of them right for everybody.</param>
    public static string Svg(IReadOnlyList<ClassDay> days, int katas)
    {
        if (days.Count < 2)
            return "<p>This was the first day on which the class was graded. Grade it again into the same folder, and the course over time stands here.</p>";
        var first = days[0].Day.DayNumber;
        var span = Math.Max(1, days[^1].Day.DayNumber - first);
        var points = days.Select(day => (X: Width * (day.Day.DayNumber - first) / (double)span, Share: day.Right / (double)Math.Max(1, day.Students * katas), day)).ToList();
        var line = string.Join(' ', points.Select(point => $"{Fixed(point.X)},{Fixed(Height * (1 - point.Share))}"));
        var dots = string.Concat(points.Select(point => $"<circle cx=\"{Fixed(point.X)}\" cy=\"{Fixed(Height * (1 - point.Share))}\" r=\"4\"><title>{Words(point.day, point.Share)}</title></circle>"));
        var rows = string.Concat(points.Select(point => $"<li>{Words(point.day, point.Share)}</li>"));
        return $"""
            <svg viewBox="-72 -16 {Width + 88} {Height + 54}" role="img" aria-label="Share of answers that are right, by day">
            <line x1="0" y1="0" x2="{Width}" y2="0"/><line x1="0" y1="{Height}" x2="{Width}" y2="{Height}"/>
            <text x="-10" y="7" text-anchor="end">100 %</text><text x="-10" y="{Height + 7}" text-anchor="end">0 %</text>
            <text x="0" y="{Height + 30}">{Day(days[0])}</text><text x="{Width}" y="{Height + 30}" text-anchor="end">{Day(days[^1])}</text>
            <polyline points="{line}"/>{dots}</svg>
            <ul>{rows}</ul>
            """;
    }

    private static string Words(ClassDay day, double share) =>
        $"{Day(day)}: {Math.Floor(100 * share)} % right ({day.Right.ToString("N0", CultureInfo.InvariantCulture)} answers of {day.Students} students)";

    private static string Day(ClassDay day) => day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Fixed(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
