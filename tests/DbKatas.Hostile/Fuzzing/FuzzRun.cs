using System.Text;

namespace DbKatas.Hostile.Fuzzing;

/// <summary>Gives one reader many spoilt texts.</summary>
internal static class FuzzRun
{
    private static string Utf8(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <param name="target">The reader.</param>
    /// <param name="repository">Whose katas and solutions are spoilt.</param>
    /// <param name="inputs">How many.</param>
    /// <param name="seed">The same seed gives the same texts, as long as the files are the same.</param>
    public static FuzzResult Of(FuzzTarget target, string repository, int inputs, int seed)
    {
        var good = ((string[])["katas", "solutions"])
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(repository, folder), target.Pattern, SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        var (mutator, unhandled, longest) = (new InputMutator(seed), new List<FuzzFinding>(), TimeSpan.Zero);
        for (var i = 0; i < inputs; i++)
        {
            // As a file in UTF-8 can hold it.
            var input = Utf8(mutator.Spoil(good[i % good.Count], good[(i * 7 + 3) % good.Count]));
            // Of this process: what others keep the machine busy with does not count.
            var before = Environment.CpuUsage.TotalTime;
            try
            {
                target.Read(input);
            }
            catch (Exception exception)
            {
                unhandled.Add(new FuzzFinding(input, exception));
            }
            var taken = Environment.CpuUsage.TotalTime - before;
            longest = taken > longest ? taken : longest;
        }
        return new FuzzResult(inputs, unhandled, longest);
    }
}

/// <param name="Inputs">How many texts were read.</param>
/// <param name="Unhandled">Those that a reader has no words for.</param>
/// <param name="Longest">For one text.</param>
internal sealed record FuzzResult(int Inputs, IReadOnlyList<FuzzFinding> Unhandled, TimeSpan Longest);

internal sealed record FuzzFinding(string Input, Exception Exception);
