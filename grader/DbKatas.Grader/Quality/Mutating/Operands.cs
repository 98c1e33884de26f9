namespace DbKatas.Grader.Quality.Mutating;

/// <summary>Finds what stands to the left and to the right of an operator, as far as a product, a call or a constant reaches.</summary>
internal static class Operands
{
    public static Span Left(SqlShape sql, int @operator)
    {
        var start = @operator;
        while (start > 0 && Primary(sql, start, out var begin))
        {
            start = begin;
            if (!sql.IsAny(start - 1, ".", "::"))
                break;
            start--;
        }
        return new Span(start, @operator);
    }

    public static Span Right(SqlShape sql, int @operator)
    {
        var end = @operator + 1;
        if (sql.IsAny(end, "date", "timestamp", "interval", "time") && sql.IsKind(end + 1, LexemeKind.Text))
            return new Span(end, end + 2);
        if (sql.IsAny(end, "-", "+"))
            end++;
        end = Skip(sql, end);
        while (sql.IsAny(end, ".", "::"))
            end = Skip(sql, end + 1);
        return new Span(@operator + 1, Math.Min(end, sql.Count));
    }

    /// <summary>Past a name, a constant, a call or a parenthesis.</summary>
    private static int Skip(SqlShape sql, int at)
    {
        if (at >= sql.Count)
            return at;
        if (sql.IsAny(at, "(", "case"))
            return sql.Close(at) + 1;
        return sql.Is(at + 1, "(") && sql[at].Kind == LexemeKind.Word ? sql.Close(at + 1) + 1 : at + 1;
    }

    private static bool Primary(SqlShape sql, int end, out int begin)
    {
        begin = end - 1;
        if (sql.IsAny(begin, ")", "]", "end"))
        {
            while (begin > 0 && !(LexemeReader.Opens(sql[begin].Text) && sql.Close(begin) == end - 1))
                begin--;
            if (sql.Is(begin, "(") && begin > 0 && sql[begin - 1].IsName)
                begin--;
            return true;
        }
        if (sql.IsKind(begin, LexemeKind.Text) && sql.IsAny(begin - 1, "date", "timestamp", "interval", "time"))
            begin--;
        return sql[begin].IsName || sql[begin].Kind is LexemeKind.Number or LexemeKind.Text || sql.IsAny(begin, "date", "interval");
    }
}
