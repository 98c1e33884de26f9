using System.Text.Json;
using DbKatas.Classroom.Submissions;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Katas;

namespace DbKatas.Classroom.Grading;

/// <summary>A folder with the results of a class: a sheet for each kata, and who the students are. Everything else is made from these.</summary>
/// <param name="folder">Made when there is something to write.</param>
public sealed class ClassResults(string folder)
{
    public string Folder => folder;

    private string Sheets => Path.Combine(folder, "sheets");

    private string IndexPath => Path.Combine(folder, "class-index.json");

    internal KataSheet SheetOf(string kata) => new(Sheets, kata);

    /// <summary>Notes whose results these are, in which order.</summary>
    public void WriteStudents(IReadOnlyList<Submission> students, IReadOnlyList<Kata> katas) => Write(new ClassIndex(
        [.. students.Select(student => new ClassStudent(student.Name, student.Fault))],
        [.. katas.Select(kata => new ClassKata(kata.Id, kata.Title, kata.Level, kata.TopicPath))]));

    internal void Write(ClassIndex index)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(IndexPath, JsonSerializer.Serialize(index, ClassJson.OneLine));
    }

    /// <exception cref="TroubleException">No class was graded into this folder.</exception>
    public ClassIndex ReadIndex()
    {
        try
        {
            return JsonSerializer.Deserialize<ClassIndex>(File.ReadAllText(IndexPath), ClassJson.OneLine)!;
        }
        catch (Exception missing) when (missing is IOException or JsonException)
        {
            throw new TroubleException($"{TextFile.Shown(Folder)} holds no results of a class. Make some with: ./kata class grade DIR --out {TextFile.Shown(Folder)}");
        }
    }

    /// <summary>Student by student, each with the verdicts in the order of the katas. Reads the sheets side by side, so that memory does not grow with the class.</summary>
    public IEnumerable<(ClassStudent Student, IReadOnlyList<GradedAnswer> Answers)> Students()
    {
        var index = ReadIndex();
        var sheets = index.Katas.Select(kata => SheetOf(kata.Id).Read().GetEnumerator()).ToList();
        try
        {
            foreach (var student in index.Students)
                yield return (student, [.. sheets.Select(sheet => Next(sheet, student))]);
        }
        finally
        {
            sheets.ForEach(sheet => sheet.Dispose());
        }
    }

    private GradedAnswer Next(IEnumerator<GradedAnswer> sheet, ClassStudent student) => sheet.MoveNext() && sheet.Current.Student == student.Name
        ? sheet.Current
        : throw new TroubleException($"The sheets in {TextFile.Shown(Sheets)} do not fit one another: {student.Name} is missing in one. Delete the folder and grade the class again.");
}

/// <param name="Students">In the order of the names.</param>
/// <param name="Katas">In the order of the syllabus.</param>
public sealed record ClassIndex(IReadOnlyList<ClassStudent> Students, IReadOnlyList<ClassKata> Katas);

/// <param name="Name">The student.</param>
/// <param name="Fault">Why nothing could be read of what was handed in; null when all is well.</param>
public sealed record ClassStudent(string Name, string? Fault = null);

/// <param name="Id">The kata.</param>
/// <param name="Title">Its title.</param>
/// <param name="Level">1 to 5.</param>
/// <param name="Topic">"sql/joins".</param>
public sealed record ClassKata(string Id, string Title, int Level, string Topic);
