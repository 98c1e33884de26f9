using DbKatas.Grader.Data.Documents;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Grading.Documents;

/// <summary>One dataset of a kata, ready to be run.</summary>
/// <param name="Set">The documents.</param>
/// <param name="Seed">The same as a server loads them.</param>
/// <param name="Expected">What the reference gives there.</param>
internal sealed record KnownSet(DocumentSet Set, SeedData Seed, MongoRun Expected);

/// <summary>A kata's datasets, and what the reference gives on each.</summary>
/// <param name="Known">The visible data first, then the hidden ones, those with the fewest documents first, those outside the domain last.</param>
internal sealed record DocumentData(IReadOnlyList<KnownSet> Known)
{
    public KnownSet? Find(DocumentSet set) => Known.FirstOrDefault(known => ReferenceEquals(known.Set, set));
}
