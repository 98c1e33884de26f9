using System.IO.Compression;
using DbKatas.Grader.Katas;

namespace DbKatas.Benchmarks.Classes;

/// <summary>
/// A class that is made up, the same each time: students of different strength, of whom one hands in a clone's folders, the next a zip file
/// of them, the third loose files. A student hands in the same in a class of any size.
/// </summary>
/// <param name="pool">What is handed in.</param>
/// <param name="katas">The katas that were set.</param>
/// <param name="shares">How often what is handed in.</param>
internal sealed class MadeClass(AnswerPool pool, IReadOnlyList<Kata> katas, ClassShares shares)
{
    private const int Seed = 20_260_301;

    /// <summary>Every answer that was handed in, by student and kata.</summary>
    public List<(string Student, Kata Kata, AnswerSort Sort, string Text)> Answers { get; } = [];

    /// <param name="students">How many.</param>
    /// <param name="folder">Where the class is to be; made here.</param>
    public void Write(int students, string folder)
    {
        Answers.Clear();
        for (var place = 0; place < students; place++)
        {
            var handedIn = Draw(place).ToList();
            Answers.AddRange(handedIn);
            var name = StudentNames.At(place);
            if (place % 3 == 1)
                Zip(Path.Combine(folder, name + ".zip"), handedIn.Select(answer => ($"clone/katas/{answer.Kata.Id}/{answer.Kata.AnswerFile}", answer.Text)));
            else
                foreach (var (_, kata, _, text) in handedIn)
                    WriteFile(Path.Combine(folder, name, place % 3 == 0 ? $"katas/{kata.Id}/{kata.AnswerFile}" : kata.Id.Replace('/', '-') + Path.GetExtension(kata.AnswerFile)), text);
            // A student of whom nothing came is one of the class all the same.
            Directory.CreateDirectory(place % 3 == 1 ? folder : Path.Combine(folder, name));
        }
    }

    private IEnumerable<(string Student, Kata Kata, AnswerSort Sort, string Text)> Draw(int place)
    {
        var student = StudentNames.At(place);
        var strength = new Random(Seed + place).NextDouble();
        for (var column = 0; column < katas.Count; column++)
        {
            var chance = new Random((Seed + place) * 31 + column * 7_919);
            var sort = SortOf(katas[column], strength, chance);
            if (pool.Draw(katas[column], sort, chance) is { } text)
                yield return (student, katas[column], sort, chance.NextDouble() < shares.Personal ? AnswerPool.Personal(katas[column], text, student) : text);
        }
    }

    private AnswerSort SortOf(Kata kata, double strength, Random chance)
    {
        if (chance.NextDouble() < shares.Hostile)
            return AnswerSort.Hostile;
        // The strong hand in more, and are right more often; a kata of level 5 is too much for most.
        if (chance.NextDouble() < shares.Missing * 2 * (1 - strength))
            return chance.Next(4) == 0 ? AnswerSort.Stub : AnswerSort.Missing;
        if (chance.NextDouble() < 0.45 + strength * 0.6 - kata.Level * 0.08)
            return chance.Next(2) == 0 ? AnswerSort.Reference : AnswerSort.AlsoRight;
        return AnswerSort.Wrong;
    }

    private static void Zip(string path, IEnumerable<(string Name, string Text)> files)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, text) in files)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(text);
        }
    }

    private static void WriteFile(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}

/// <param name="Personal">Answers that no other student hands in letter by letter, of 1.</param>
/// <param name="Hostile">Answers that are after something else than being right, of 1.</param>
/// <param name="Missing">Answers that are missing or left as they were, of 1; on average over the class.</param>
internal sealed record ClassShares(double Personal = 0.5, double Hostile = 0.02, double Missing = 0.2);
