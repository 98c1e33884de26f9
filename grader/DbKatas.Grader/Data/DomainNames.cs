using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Data;

/// <summary>Holds the names in a domain against the tables that there are.</summary>
internal static class DomainNames
{
    /// <returns>A predicate for each name that is not there: "names the table "pupil". Did you mean "pupils"?".</returns>
    public static IEnumerable<string> Faults(SchemaModel schema, Domain domain)
    {
        foreach (var (name, rules) in domain.Tables)
        {
            if (schema.Find(name) is var place && place < 0)
            {
                yield return $"names the table \"{name}\", and there is none.{Spelling.DidYouMean(name, schema.Tables.Select(table => table.Name))}";
                continue;
            }
            var table = schema.Tables[place];
            foreach (var column in rules.Columns.Keys.Concat(rules.Unique.SelectMany(columns => columns)).Distinct().Where(column => table.Find(column) < 0))
                yield return $"names the column \"{column}\" of {name}, and there is none.{Spelling.DidYouMean(column, table.Columns.Select(c => c.Name))}";
        }
    }
}
