using System.Globalization;

namespace DbKatas.Grader.Data;

/// <summary>A domain's rules as SQL, so that the server judges data by them.</summary>
internal static class DomainSql
{
    /// <summary>The conditions on one row of a table; the author's rules among them.</summary>
    public static IEnumerable<string> RowConditions(TableShape table, TableDomain rules) =>
        rules.Columns.SelectMany(column => Conditions(table.Columns[table.Find(column.Key)], column.Value)).Concat(rules.Rules);

    /// <summary>What makes the server refuse rows outside the domain, as it refuses those that violate a CHECK.</summary>
    public static IEnumerable<(string Table, string Definition)> Constraints(SchemaModel schema, Domain domain)
    {
        foreach (var (table, rules) in Ruled(schema, domain))
        {
            foreach (var condition in RowConditions(table, rules))
                yield return (table.Quoted, $"check ({condition})");
            foreach (var columns in rules.Unique)
                yield return (table.Quoted, $"unique ({List(table, columns)})");
        }
    }

    /// <summary>Every rule as a condition on all data.</summary>
    public static IEnumerable<string> Rules(SchemaModel schema, Domain domain) =>
        [.. Ruled(schema, domain).SelectMany(ruled => TableConditions(ruled.Table, ruled.Rules)), .. Whole(schema, domain)];

    /// <summary>A query that returns true when all data lie in the domain; null when all there could be do.</summary>
    public static string? Check(SchemaModel schema, Domain domain)
    {
        string[] conditions = [.. Rules(schema, domain)];
        return conditions.Length == 0 ? null : "select " + string.Join(" and ", conditions.Select(condition => $"coalesce(({condition}), true)"));
    }

    private static IEnumerable<string> Whole(SchemaModel schema, Domain domain) =>
        [.. Ruled(schema, domain).Where(r => r.Rules.NeverEmpty).Select(r => $"exists (select from {r.Table.Quoted})"), .. domain.Rules];

    private static IEnumerable<string> TableConditions(TableShape table, TableDomain rules)
    {
        foreach (var condition in RowConditions(table, rules))
            yield return $"not exists (select from {table.Quoted} where not ({condition}))";
        foreach (var columns in rules.Unique)
        {
            var present = string.Join(" and ", columns.Select(c => table.Columns[table.Find(c)].Quoted + " is not null"));
            yield return $"not exists (select from {table.Quoted} where {present} group by {List(table, columns)} having count(*) > 1)";
        }
    }

    private static IEnumerable<string> Conditions(ColumnShape column, ColumnDomain rules)
    {
        var name = column.Quoted;
        if (rules.NeverNull)
            yield return $"{name} is not null";
        if (rules.Values is { } values)
            yield return $"{name} in ({string.Join(", ", values.Select(DatasetLoad.Literal))})";
        if (rules.Least is { } least)
            yield return $"{name} >= {DatasetLoad.Literal(least)}";
        if (rules.Most is { } most)
            yield return $"{name} <= {DatasetLoad.Literal(most)}";
        if (rules.Pattern is { } pattern)
            yield return $"{name} ~ {DatasetLoad.Literal(pattern)}";
        if (rules.Step is { } step)
            yield return DomainJsonReader.TimeSteps.Contains(step)
                ? $"date_trunc('{step}', {name}::timestamp) = {name}::timestamp"
                : $"mod({name}::numeric, {decimal.Parse(step, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)}) = 0";
    }

    private static IEnumerable<(TableShape Table, TableDomain Rules)> Ruled(SchemaModel schema, Domain domain) =>
        schema.Tables.Where(table => domain.Tables.ContainsKey(table.Name)).Select(table => (table, domain.Tables[table.Name]));

    private static string List(TableShape table, IReadOnlyList<string> columns) => string.Join(", ", columns.Select(c => table.Columns[table.Find(c)].Quoted));
}
