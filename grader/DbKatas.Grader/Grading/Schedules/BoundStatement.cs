using System.Text;
using DbKatas.Grader.Engines.Postgres;

namespace DbKatas.Grader.Grading.Schedules;

/// <summary>A statement of an answer with a session's values in place of its <c>:names</c>; what stands in quotes stays as it is.</summary>
internal static class BoundStatement
{
    public static string Text(string sql, IReadOnlyDictionary<string, string> values)
    {
        var text = new StringBuilder();
        var (copied, colon, castEnd) = (0, -1, -1);
        foreach (var token in SqlTokens.Read(sql))
        {
            var isColon = token.Length == 1 && sql[token.Start] == ':';
            if (token.Kind == SqlTokenKind.Word && colon == token.Start - 1 && colon != castEnd
                && values.TryGetValue(sql.Substring(token.Start, token.Length), out var value))
            {
                text.Append(sql, copied, colon - copied).Append(value);
                copied = token.Start + token.Length;
            }
            // The second colon of a cast "::" begins no name.
            if (isColon && colon >= 0 && colon == token.Start - 1)
                castEnd = token.Start;
            colon = isColon ? token.Start : -1;
        }
        return text.Append(sql, copied, sql.Length - copied).ToString();
    }
}
