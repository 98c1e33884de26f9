using System.Globalization;
using CsvHelper;
using DbKatas.Classroom.Grading;

namespace DbKatas.Classroom.Reports;

/// <summary>Marks for a spreadsheet or a learning platform: one row a student, one column a kata, the sum at the end (RFC 4180, UTF-8).</summary>
internal static class Gradebook
{
    /// <summary>A student called "=HYPERLINK(…)" must stay a name when a spreadsheet opens the file.</summary>
    private static readonly CsvWriterOptions Safe = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    public static void Write(ClassResults results, MarkRules rules, string path)
    {
        var katas = results.ReadIndex().Katas;
        using var file = new StreamWriter(path);
        using var csv = CsvWriter.Create(file, Safe, leaveOpen: false);
        Row(csv, ["student", .. katas.Select(kata => kata.Id), "marks", "of"]);
        var most = katas.Sum(kata => rules.MostOf(kata.Id));
        foreach (var (student, answers) in results.Students())
        {
            var marks = answers.Select(rules.MarkOf).ToList();
            Row(csv, [student.Name, .. marks.Select(Number), Number(marks.Sum()), Number(most)]);
        }
    }

    private static void Row(CsvWriter csv, IEnumerable<string> fields)
    {
        foreach (var field in fields)
            csv.WriteField(field);
        csv.EndRecord();
    }

    private static string Number(decimal mark) => mark.ToString("0.##", CultureInfo.InvariantCulture);
}
