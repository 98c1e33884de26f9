namespace DbKatas.Classroom.Grading;

/// <summary>
/// The verdicts of a class on one kata: a file with a line a student, in the order of the names. While it is being written it is called
/// ".part"; a run that goes on where another was stopped finds those lines and need not grade them again.
/// </summary>
/// <param name="folder">Where the sheets of a run lie.</param>
/// <param name="id">The kata.</param>
internal sealed class KataSheet(string folder, string id)
{
    public string Path { get; } = System.IO.Path.Combine(folder, id.Replace('/', '.') + ".jsonl");

    private string Part => Path + ".part";

    /// <summary>What earlier runs have found, by the hash of what it hangs on. Trouble was of that moment, and is looked at again.</summary>
    public Dictionary<string, GradedAnswer> Known()
    {
        var known = new Dictionary<string, GradedAnswer>();
        foreach (var graded in Lines(Path).Concat(Lines(Part)).Where(graded => graded.IsJudged))
            known.TryAdd(graded.Answer, graded);
        return known;
    }

    /// <summary>The verdicts, one after the other; nothing when the kata was never graded.</summary>
    public IEnumerable<GradedAnswer> Read() => Lines(Path);

    /// <summary>Keeps a verdict that was just found, so that it outlives a stop of the run.</summary>
    public void Keep(GradedAnswer answer)
    {
        Directory.CreateDirectory(folder);
        File.AppendAllText(Part, answer.Write() + "\n");
    }

    /// <summary>Writes the sheet anew. It takes its place when it is whole.</summary>
    public void Write(IEnumerable<GradedAnswer> answers)
    {
        Directory.CreateDirectory(folder);
        var aside = Path + "." + Environment.ProcessId;
        File.WriteAllLines(aside, answers.Select(answer => answer.Write()));
        File.Move(aside, Path, overwrite: true);
        File.Delete(Part);
    }

    private static IEnumerable<GradedAnswer> Lines(string path) =>
        File.Exists(path) ? File.ReadLines(path).Select(GradedAnswer.Read).OfType<GradedAnswer>() : [];
}
