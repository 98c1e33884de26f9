using DbKatas.Grader.Comparing;
using DbKatas.Grader.Data;

namespace DbKatas.Grader.Grading;

using Tables = IReadOnlyDictionary<string, ResultTable>;

/// <summary>What the reference answer gives on a dataset.</summary>
/// <param name="Tables">For a query its result, under the empty name; for a script what each table holds afterwards.</param>
/// <param name="Stable">
/// The columns of a result that come out the same however the rows are stored and whatever plan is taken; null for all. Where a question
/// leaves something open, as which of two tied rows LIMIT keeps, the others are no ground for a verdict.
/// </param>
internal sealed record Expectation(Tables Tables, IReadOnlyList<int>? Stable = null)
{
    /// <summary>The name of a query's result.</summary>
    public const string Result = "";

    public static Expectation Of(ResultTable result) => new(new Dictionary<string, ResultTable> { [Result] = result });

    /// <summary>What a script leaves in the tables, as a dataset; null for a query.</summary>
    internal Dataset? After(SchemaModel schema) => Tables.ContainsKey(Result) ? null : new Dataset("after", DatasetSort.Visible,
        [.. schema.Tables.Select(table => new TableRows(table, Tables.TryGetValue(table.Name, out var held) ? [.. held.Rows.Select(row => Array.ConvertAll(row, cell => cell.Text))] : []))]);

    /// <summary>What is wrong with an answer's tables; nothing when they agree.</summary>
    public IReadOnlyList<TableDifference> Compare(Tables actual, ComparisonRules rules)
    {
        // A table's columns have names that other statements use, so there a different name is a different table.
        var strict = rules with { ColumnNamesRequired = true };
        return [.. Tables.Keys.Union(actual.Keys).Order(StringComparer.Ordinal).Select(CompareOne).OfType<TableDifference>()];

        TableDifference? CompareOne(string name)
        {
            var shown = name == Result ? null : name;
            if (!actual.TryGetValue(name, out var held))
                return new TableDifference(shown, TableFault.Missing, null);
            if (!Tables.TryGetValue(name, out var wanted))
                return new TableDifference(shown, TableFault.Extra, null);
            var difference = name == Result ? Compare(wanted, held, rules) : TableComparer.Compare(wanted, held, strict);
            return difference.IsEqual ? null : new TableDifference(shown, TableFault.Differs, difference);
        }
    }

    /// <summary>A query's result beside the expected one, with the remarks that equal results may get too.</summary>
    public Difference Difference(ResultTable actual, ComparisonRules rules) => Compare(Tables[Result], actual, rules);

    private Difference Compare(ResultTable wanted, ResultTable held, ComparisonRules rules)
    {
        if (Stable is null || wanted.Columns.Count != held.Columns.Count)
            return TableComparer.Compare(wanted, held, rules);
        var keys = rules.Order.TakeWhile(key => Stable.Any(column => Same(wanted.Columns[column].Name, key.Column)));
        return TableComparer.Compare(Project(wanted), Project(held), rules with { Order = [.. keys] });
    }

    private ResultTable Project(ResultTable table) => table with
    {
        Columns = [.. Stable!.Select(column => table.Columns[column])],
        Rows = [.. table.Rows.Select(row => Stable!.Select(column => row[column]).ToArray())],
    };

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
