using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading;

/// <summary>A SQL answer: the learner's, or the reference.</summary>
/// <param name="Path">The file, as a full path; empty for a text that stands in none.</param>
/// <param name="Text">Its content.</param>
/// <param name="Statements">None when it holds comments alone.</param>
public sealed record SqlAnswer(string Path, string Text, IReadOnlyList<SqlStatement> Statements)
{
    /// <summary>An answer that stands in no file.</summary>
    public static SqlAnswer Of(string text) => new("", text, SqlScript.Split(text));

    /// <exception cref="TextFileException">The file can't be read as text.</exception>
    public static SqlAnswer Read(string path)
    {
        var text = TextFile.Read(path);
        return new SqlAnswer(path, text, SqlScript.Split(text));
    }
}
