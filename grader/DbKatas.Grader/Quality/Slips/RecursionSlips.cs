using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality.Slips;

/// <summary>WITH RECURSIVE that never takes its second step.</summary>
internal static class RecursionSlips
{
    public static IEnumerable<Slip> Of(SqlShape sql)
    {
        if (!sql.Find("recursive").Any())
            yield break;
        foreach (var at in sql.Find("union").Where(at => sql[at].Depth > 0))
        {
            var end = at;
            while (end < sql.Count && sql[end].Depth >= sql[at].Depth)
                end++;
            yield return new Slip("recursion", "only the first step were taken: the recursion is missing, or it finds nothing", sql.Remove(new Span(at, end)));
        }
    }
}
