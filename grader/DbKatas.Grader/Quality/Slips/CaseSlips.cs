using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality.Slips;

/// <summary>CASE without one of its branches, without ELSE, or with branches in another order.</summary>
internal static class CaseSlips
{
    public static IEnumerable<Slip> Of(SqlShape sql) => Cases.In(sql).SelectMany(choice => Of(sql, choice));

    private static IEnumerable<Slip> Of(SqlShape sql, Cases choice)
    {
        var branches = choice.Branches;
        for (var i = 0; i < branches.Count && branches.Count > 1; i++)
            yield return new Slip("case", "one of the cases never counted: a WHEN is missing, or comes too late", sql.Remove(branches[i].Whole));
        for (var i = 0; i + 1 < branches.Count; i++)
            yield return new Slip("case", "the cases were tried in another order: the first WHEN that is true counts",
                sql.Replace(branches[i].Whole, sql.Text(branches[i + 1].Whole)), sql.Replace(branches[i + 1].Whole, sql.Text(branches[i].Whole)));
        if (choice.Else is { } otherwise)
            yield return new Slip("case", "there were NULL where no case fits: ELSE is missing", sql.Remove(otherwise));
    }
}
