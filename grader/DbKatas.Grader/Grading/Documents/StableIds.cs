using DbKatas.Grader.Comparing;
using DbKatas.Grader.Comparing.Documents;
using DbKatas.Grader.Engines.MongoDb;

namespace DbKatas.Grader.Grading.Documents;

/// <summary>
/// Puts numbered identifiers in the place of those that MongoDB made up, which are different in each run: what is packed twice is the same bytes.
/// That they were made up can still be seen, since nobody wrote them.
/// </summary>
internal static class StableIds
{
    /// <param name="run">What commands gave.</param>
    /// <param name="written">All that was written, in canonical Extended JSON.</param>
    public static MongoRun In(MongoRun run, string written)
    {
        var ids = new GeneratedIds(written);
        var count = 0;
        return run with
        {
            Collections = run.Collections.OrderBy(held => held.Key, StringComparer.Ordinal).ToDictionary(
                held => held.Key, held => held.Value with { Documents = [.. ids.Mark(held.Value).Documents.Select(Numbered)] }),
        };

        Document Numbered(Document document) => new([.. document.Fields.Select(field =>
            field.Value is Scalar { IsGenerated: true, Value: var id } ? field with { Value = new Scalar(Numbers(id)) } : field)]);

        Value Numbers(Value id) => id with { Text = id.Text!.Replace(id.Text.Split('"')[3], $"dbca7a5{++count:x17}", StringComparison.Ordinal) };
    }

    /// <summary>The same for what is known to be right on a dataset.</summary>
    public static KnownSet In(KnownSet known, string written) => known with { Expected = In(known.Expected, known.Seed.Json + written) };
}
