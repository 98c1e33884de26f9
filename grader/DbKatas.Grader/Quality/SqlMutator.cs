using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Quality.Mutating;
using DbKatas.Grader.Quality.Slips;

namespace DbKatas.Grader.Quality;

/// <summary>
/// Puts one slip at a time into a SQL text. It works on tokens: what makes no sense is PostgreSQL's to refuse, and whether a slip
/// changes any result is for data to show.
/// </summary>
public static class SqlMutator
{
    /// <summary>Every kind of slip. Where two make the same text, the first names it.</summary>
    private static readonly IReadOnlyList<Func<SqlShape, IEnumerable<Slip>>> Families =
    [
        JoinSlips.Of, ConditionSlips.Of, ComparisonSlips.Of, RangeSlips.Of, MembershipSlips.Of, NullSlips.Of, DistinctSlips.Of,
        SetOperationSlips.Of, AggregateSlips.Of, GroupSlips.Of, OrderSlips.Of, LimitSlips.Of, WindowSlips.Of, FrameSlips.Of,
        RecursionSlips.Of, ArithmeticSlips.Of, FunctionSlips.Of, DateSlips.Of, CaseSlips.Of, ConstantSlips.Of,
    ];

    /// <returns>
    /// The mutants in a fixed order, no two with the same tokens and none with those of <paramref name="sql"/>. A text of several
    /// statements stays one: each mutant has one slip in one of them.
    /// </returns>
    public static IReadOnlyList<Mutant> Mutate(string sql)
    {
        var shape = SqlShape.Read(sql);
        var seen = new HashSet<string>(StringComparer.Ordinal) { Tokens(sql) };
        var mutants = new List<Mutant>();
        foreach (var slip in Families.SelectMany(family => family(shape)).Where(slip => slip.IsSound))
        {
            var slipped = slip.ApplyTo(sql);
            var start = slip.Edits.Min(edit => edit.Start);
            if (seen.Add(Tokens(slipped)))
                mutants.Add(new Mutant(slip.Operator, slipped, TextPlace.Of(sql, start), slip.AsIf) { Start = start });
        }
        return mutants;
    }

    private static string Tokens(string sql) => string.Join('\n', SqlTokens.Read(sql).Select(token => Spelling(sql, token)));

    private static string Spelling(string sql, SqlToken token)
    {
        var text = sql.Substring(token.Start, token.Length);
        return token.Kind == SqlTokenKind.Word ? text.ToLowerInvariant() : text;
    }
}
