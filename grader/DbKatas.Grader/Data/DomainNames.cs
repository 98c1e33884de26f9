using DbKatas.Grader.Data.Documents;
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

    /// <summary>The same for collections and the paths of their fields.</summary>
    public static IEnumerable<string> Faults(DocumentModel model, Domain domain)
    {
        foreach (var (name, rules) in domain.Tables)
        {
            if (model.Collections.FirstOrDefault(collection => collection.Name == name) is not { } known)
            {
                yield return $"names the collection \"{name}\", and there is none.{Spelling.DidYouMean(name, model.Collections.Select(collection => collection.Name))}";
                continue;
            }
            var paths = known.Document.All().Select(field => field.Path).Where(path => path.Length > 0).Distinct().ToList();
            foreach (var path in rules.Columns.Keys.Concat(rules.Unique.SelectMany(fields => fields)).Distinct().Where(path => !paths.Contains(path)))
                yield return $"names the field \"{path}\" of {name}, and no visible document has it.{Spelling.DidYouMean(path, paths)}";
        }
    }
}
