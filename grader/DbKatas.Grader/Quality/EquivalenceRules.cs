using DbKatas.Grader.Data;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality;

/// <summary>
/// Names the reason why a mutant that no data tell apart says the same as the reference. Rules look at tokens and the schema alone, so
/// they explain what a search has found and decide nothing.
/// </summary>
internal sealed class EquivalenceRules(Kata kata, SchemaModel schema, string reference) : IEquivalenceRules
{
    private readonly SqlShape _sql = SqlShape.Read(reference);
    private readonly TableAliases _tables = new(SqlShape.Read(reference), schema);

    /// <returns>A reason; null when no rule fits.</returns>
    public string? Explain(Mutant mutant) => mutant.Operator switch
    {
        "order by" or "nulls first, last" => Order(mutant),
        "join kind" => JoinKind(mutant),
        "distinct" => Distinct(mutant),
        "window function" or "frame" or "ties" => Ties(mutant),
        "count" or "is null" or "coalesce" => NeverNull(mutant),
        _ => null,
    };

    private string? Order(Mutant mutant)
    {
        var clause = _sql.Clauses.LastOrDefault(clause => clause.Kind == ClauseKind.OrderBy && Holds(clause.Whole, mutant.Start));
        if (clause is null)
            return null;
        var isResult = _sql[clause.Head].Depth == 0 && !_sql.Clauses.Any(other => other.Query == clause.Query && other.Kind is ClauseKind.Limit or ClauseKind.Fetch);
        if (isResult && kata.Rules.Order.Count == 0)
            return "the question asks for no order";
        var keys = _sql.Split(clause.Body, ",");
        var key = keys.FirstOrDefault(key => Holds(key, mutant.Start) || Holds(new Span(key.To - 1, key.To), mutant.Start - 1));
        return (key.Length == 0 ? Unasked(keys, isResult) : Column(key) is { } column ? Key(mutant, clause, keys, key, column, isResult) : null)
            ?? (isResult && mutant.Operator == "order by" && HasWindow(clause.Query) ? "PostgreSQL's window functions leave the rows in this order" : null);
    }

    /// <summary>For a clause that is dropped as a whole.</summary>
    private string? Unasked(IReadOnlyList<Span> keys, bool isResult)
    {
        var columns = keys.Select(Column).ToList();
        return isResult && columns.All(column => column is not null && !IsAsked(column)) ? $"the question asks for no order by {string.Join(", ", columns)}" : null;
    }

    private bool IsAsked(string column) => kata.Rules.Order.Any(asked => asked.Column.Equals(column, StringComparison.OrdinalIgnoreCase));

    private string? Key(Mutant mutant, Clause clause, IReadOnlyList<Span> keys, Span key, string column, bool isResult)
    {
        if (isResult && !IsAsked(column))
            return $"the question asks for no order by {column}";
        if (mutant.Operator == "nulls first, last")
            return IsNeverNull(column) ? $"{column} is NOT NULL" : null;
        return isResult ? null : TotalOrder(clause, [.. keys.TakeWhile(other => other.From < key.From)]);
    }

    private bool HasWindow(int query) => _sql.Clauses.Any(clause =>
        clause.Query == query && clause.Kind == ClauseKind.Select && Enumerable.Range(clause.Body.From, clause.Body.Length).Any(at => _sql.Is(at, "over")));

    private string? JoinKind(Mutant mutant)
    {
        var join = Join.In(_sql).FirstOrDefault(join => Holds(join.Words, mutant.Start));
        if (join is null || _tables.ForeignKey(join) is not { } key)
            return null;
        return key.IsNotNull ? $"every row of {key.From} has its row in {key.To}: a NOT NULL foreign key" : $"no row of {key.From} points to a row that {key.To} lacks: a foreign key";
    }

    private string? Distinct(Mutant mutant)
    {
        var select = _sql.Clauses.LastOrDefault(clause => clause.Kind == ClauseKind.Select && clause.Head >= 0 && Holds(clause.Whole, mutant.Start - 1));
        if (select is null)
            return null;
        var columns = _sql.Split(select.Body, ",").SelectMany(item => new[] { Column(item), _sql.Text(item).Split(' ')[0].Split('.')[^1] }).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var group = _sql.Clauses.FirstOrDefault(clause => clause.Query == select.Query && clause.Kind == ClauseKind.GroupBy);
        if (group is not null)
            return _sql.Split(group.Body, ",").All(key => Column(key) is { } name && columns.Contains(name)) ? "the columns of GROUP BY are all shown, so that no two rows are equal" : null;
        return schema.Tables.FirstOrDefault(table => _sql.Find(table.Name).Any() && HasKey(table, columns)) is { } keyed ? $"a key of {keyed.Name} is among the columns, so that no two rows are equal" : null;
    }

    /// <summary>Functions and frames that treat ties differently agree where no two rows tie.</summary>
    private string? Ties(Mutant mutant)
    {
        var order = _sql.Clauses.FirstOrDefault(clause => clause.Kind == ClauseKind.OrderBy && clause.Body.To >= 0 && _sql[Math.Min(clause.Body.To, _sql.Count) - 1].End >= mutant.Start);
        return order is null ? null : TotalOrder(order, _sql.Split(order.Body, ","));
    }

    private string? TotalOrder(Clause order, IReadOnlyList<Span> keys)
    {
        var partition = _sql.Clauses.FirstOrDefault(clause => clause.Query == order.Query && clause.Kind == ClauseKind.PartitionBy);
        var names = keys.Concat(partition is null ? [] : _sql.Split(partition.Body, ",")).Select(Column).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        return schema.Tables.FirstOrDefault(table => _sql.Find(table.Name).Any() && HasKey(table, names)) is { } table ? $"no two rows tie: a key of {table.Name} is sorted by" : null;
    }

    private string? NeverNull(Mutant mutant)
    {
        var names = schema.Tables.SelectMany(table => table.Columns).Select(column => column.Name).Where(name => mutant.AsIf.Contains(name, StringComparison.Ordinal));
        return names.OrderByDescending(name => name.Length).FirstOrDefault() is { } column && IsNeverNull(column) ? $"{column} is NOT NULL" : null;
    }

    private bool IsNeverNull(string column) =>
        schema.Tables.SelectMany(table => table.Columns).Where(shape => shape.Name.Equals(column, StringComparison.OrdinalIgnoreCase)).ToList() is { Count: > 0 } found
        && found.All(shape => shape.NotNull);

    /// <summary>The one column of a sort key or a select item; null for a calculation.</summary>
    private string? Column(Span key)
    {
        var end = key.From;
        while (_sql.Is(end + 1, "."))
            end += 2;
        var isAlone = end + 1 >= key.To || _sql.IsAny(end + 1, "asc", "desc", "nulls");
        return _sql[end].IsName && isAlone ? _sql[end].Text : null;
    }

    private static bool HasKey(TableShape table, HashSet<string> columns) => table.Keys.Any(key => key.All(column => columns.Contains(table.Columns[column].Name)));

    private bool Holds(Span span, int character) => span.Length > 0 && _sql[span.From].Start <= character && character <= _sql[span.To - 1].End;
}
