using System.Text.Json;
using DbKatas.Classroom.Grading;

namespace DbKatas.Classroom.Reports;

/// <summary>How far the class was each time it was graded: a line a day in the results' folder, the last of a day counts.</summary>
internal sealed class ClassHistory(string folder)
{
    private string FilePath => Path.Combine(folder, "history.jsonl");

    /// <summary>Notes how many answers were right on a day.</summary>
    public void Note(DateOnly day, int right, int students)
    {
        var days = Read().Where(other => other.Day != day).Append(new ClassDay(day, right, students)).OrderBy(other => other.Day);
        File.WriteAllLines(FilePath, days.Select(one => JsonSerializer.Serialize(one, ClassJson.OneLine)));
    }

    /// <summary>In the order of the days; a line that can't be read is left out.</summary>
    public IReadOnlyList<ClassDay> Read() => File.Exists(FilePath) ? [.. File.ReadLines(FilePath).Select(Parse).OfType<ClassDay>().OrderBy(day => day.Day)] : [];

    private static ClassDay? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<ClassDay>(line, ClassJson.OneLine);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="Day">When the class was graded.</param>
/// <param name="Right">How many answers were right, of all students together.</param>
/// <param name="Students">How many students there were.</param>
internal sealed record ClassDay(DateOnly Day, int Right, int Students);
