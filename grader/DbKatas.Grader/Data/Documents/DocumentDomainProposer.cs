namespace DbKatas.Grader.Data.Documents;

/// <summary>Reads out of the visible documents what their author may have taken for granted, for the author to confirm or to strike out.</summary>
internal static class DocumentDomainProposer
{
    /// <summary>With fewer documents anything looks like a rule.</summary>
    private const int FewestDocuments = 4;

    /// <summary>More different values are hardly a closed list.</summary>
    private const int MostValues = 5;

    /// <returns>Rules that hold for the seed; <see cref="Domain.None"/> when there are none. What the seed never lacks needs no rule: hidden data do not lack it either.</returns>
    public static Domain Propose(DocumentModel model)
    {
        var tables = new Dictionary<string, TableDomain>();
        foreach (var collection in model.Collections.Where(collection => collection.Seed.Count >= FewestDocuments))
        {
            var fields = collection.Document.All().Where(field => field.Path is not ("" or "_id") && model.LinkAt(collection.Name, field.Path) is null).ToList();
            var rules = fields.Select(field => (field.Path, Rules: Rules(field))).Where(pair => pair.Rules is not null).DistinctBy(pair => pair.Path).ToDictionary(pair => pair.Path, pair => pair.Rules!);
            var unique = fields.Where(field => !field.Path.Contains('.') && LooksUnique(field, collection.Seed.Count)).Select(field => (string[])[field.Path]);
            var table = new TableDomain(false, [.. unique], rules, []);
            if (table.Unique.Count > 0 || rules.Count > 0)
                tables[collection.Name] = table;
        }
        return tables.Count == 0 ? Domain.None : new Domain(tables, []);
    }

    private static ColumnDomain? Rules(FieldShape field)
    {
        if (field.Scalars.Count < FewestDocuments)
            return null;
        string[] texts = [.. field.Scalars.Where(value => value.Kind() == DocumentKind.Text).Select(value => value.Text)];
        string[] different = [.. texts.Distinct().Order(StringComparer.Ordinal)];
        var isClosed = texts.Length == field.Scalars.Count && different.Length is >= 2 and <= MostValues && texts.Length >= 2 * different.Length;
        var step = Step(field);
        return isClosed || step is not null ? new ColumnDomain(isClosed ? different : null, null, null, step, null, false) : null;
    }

    /// <summary>The coarsest step that all of the times are at; days need no rule, and seconds are what anybody expects.</summary>
    private static string? Step(FieldShape field)
    {
        var times = field.Scalars.Select(value => value.Moment()).OfType<DateTime>().ToList();
        if (times.Count < field.Scalars.Count || times.All(time => time.TimeOfDay == TimeSpan.Zero))
            return null;
        return times.All(time => time is { Minute: 0, Second: 0, Millisecond: 0 }) ? "hour" : times.All(time => time is { Second: 0, Millisecond: 0 }) ? "minute" : null;
    }

    private static bool LooksUnique(FieldShape field, int documents) =>
        field.Arrays.Count == 0 && field.Scalars.Count == documents && field.Scalars.All(value => value.Kind() == DocumentKind.Text)
        && field.Scalars.Select(ValueKinds.Key).Distinct().Count() == documents;
}
