using DbKatas.Grader.Katas;

namespace DbKatas.Benchmarks;

/// <summary>A learner's own copy of all katas, in a folder that goes with it; the reference answers stay where they are.</summary>
internal sealed class LearnersCopy : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dbkatas-learner-");

    /// <param name="root">The repository.</param>
    public LearnersCopy(string root)
    {
        Library = KataLibrary.At(_folder.FullName) with { Solutions = KataLibrary.At(root).Solutions };
        var katas = KataLibrary.At(root).Katas;
        foreach (var file in Directory.EnumerateFiles(katas, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Library.Katas, Path.GetRelativePath(katas, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public KataLibrary Library { get; }

    /// <summary>For the kata command, after a command's name and its katas.</summary>
    public string[] Arguments => ["--katas", Library.Katas, "--solutions", Library.Solutions];

    /// <summary>Writes the reference answer into the kata's folder, as if the learner had.</summary>
    public void Answer(string id)
    {
        var kata = KataCatalog.Load(Library.Katas).Find(id).Single();
        File.Copy(Path.Combine(Library.Solutions, kata.Id, kata.AnswerFile), Library.AnswerPath(kata), overwrite: true);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
