using System.Text.Json;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Data;

/// <summary>Reads one domain.json and tells every fault in it at once, each with its key and what to write instead.</summary>
/// <remarks>The same rules stand in katas/domain.schema.json, for completion in IDEs; a test keeps the two together.</remarks>
/// <param name="words">What the parts are called; null for those of SQL.</param>
internal sealed class DomainJsonReader(DomainVocabulary? words = null)
{
    /// <summary>What a time may be a beginning of.</summary>
    public static readonly string[] TimeSteps = ["second", "minute", "hour", "day", "month"];

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly DomainVocabulary _words = words ?? DomainVocabulary.Sql;
    private readonly List<string> _faults = [];

    public IReadOnlyList<string> Faults => _faults;

    /// <returns>The domain, or null when there are <see cref="Faults"/>.</returns>
    public Domain? Read(string json)
    {
        _faults.Clear();
        try
        {
            using var document = WrittenJson.Parse(json, Lenient);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                _faults.Add($"holds no object. Write {{ \"{_words.Tables}\": {{ … }} }}.");
            else if (ReadDomain(new JsonKeys(document.RootElement, "", _faults), json) is var domain && _faults.Count == 0)
                return domain;
        }
        catch (JsonException fault)
        {
            _faults.Add($"is not valid JSON at line {fault.LineNumber + 1}, column {fault.BytePositionInLine + 1}. Often a comma or a quote is missing there, or just before.");
        }
        return null;
    }

    private Domain ReadDomain(JsonKeys keys, string source)
    {
        keys.Ignore("$schema");
        var tables = keys.OptionalObject(_words.Tables)?.Objects(ReadTable) ?? [];
        var rules = _words.HasFilters ? [] : keys.OptionalTexts("rules");
        keys.ReportUnknown();
        return new Domain(tables, rules, source);
    }

    private TableDomain ReadTable(JsonKeys keys)
    {
        var table = new TableDomain(
            keys.OptionalFlag("neverEmpty"),
            keys.OptionalListOfTexts("unique", _words.HasFilters ? "fields, as in [[\"name.first\", \"name.last\"]]" : "columns, as in [[\"first_name\", \"last_name\"]]"),
            keys.OptionalObject(_words.Columns)?.Objects(ReadColumn) ?? [],
            _words.HasFilters ? keys.OptionalObjectTexts("rules", "{ \"$expr\": { \"$gt\": [\"$endsAt\", \"$startsAt\"] } }") : keys.OptionalTexts("rules"));
        keys.ReportUnknown();
        return table;
    }

    private ColumnDomain ReadColumn(JsonKeys keys)
    {
        var column = new ColumnDomain(
            keys.OptionalValues("values"),
            keys.OptionalValue("least"), keys.OptionalValue("most"), keys.OptionalValue("step"),
            keys.OptionalText("pattern"),
            keys.OptionalFlag(_words.NeverNull));
        if (column.Step is { } step && !TimeSteps.Contains(step) && !(decimal.TryParse(step, out var number) && number > 0))
            keys.Report("step", $"holds \"{step}\". Write a number above 0, or for times one of: {string.Join(", ", TimeSteps)}.");
        keys.ReportUnknown();
        return column;
    }
}
