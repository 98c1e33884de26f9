using System.Diagnostics;

namespace DbKatas.Hostile.Fuzzing;

/// <summary>Gives one reader many spoilt texts.</summary>
internal static class FuzzRun
{
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
            var input = mutator.Spoil(good[i % good.Count], good[(i * 7 + 3) % good.Count]);
            var clock = Stopwatch.StartNew();
            try
            {
                target.Read(input);
            }
            catch (Exception exception)
            {
                unhandled.Add(new FuzzFinding(input, exception));
            }
            longest = clock.Elapsed > longest ? clock.Elapsed : longest;
        }
        return new FuzzResult(inputs, unhandled, longest);
    }
}

/// <param name="Inputs">How many texts were read.</param>
/// <param name="Unhandled">Those that a reader has no words for.</param>
/// <param name="Longest">For one text.</param>
internal sealed record FuzzResult(int Inputs, IReadOnlyList<FuzzFinding> Unhandled, TimeSpan Longest);

internal sealed record FuzzFinding(string Input, Exception Exception);
