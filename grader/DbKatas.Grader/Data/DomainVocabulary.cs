using DbKatas.Grader.Engines.MongoDb;

namespace DbKatas.Grader.Data;

/// <summary>What the parts of a domain.json are called.</summary>
/// <param name="Tables">"tables".</param>
/// <param name="Columns">"columns".</param>
/// <param name="NeverNull">"neverNull".</param>
/// <param name="HasFilters">True where a rule is an object, MongoDB's filter; then no rule speaks of all data at once.</param>
internal sealed record DomainVocabulary(string Tables, string Columns, string NeverNull, bool HasFilters)
{
    public static readonly DomainVocabulary Sql = new("tables", "columns", "neverNull", HasFilters: false);

    public static readonly DomainVocabulary Documents = new("collections", "fields", "neverMissing", HasFilters: true);

    /// <param name="engine">The kata's first; null for none.</param>
    public static DomainVocabulary Of(string? engine) => engine == MongoEngine.Name ? Documents : Sql;
}
