using System.Globalization;
using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Data.Documents;

/// <summary>Names for new documents that look like those of the seed.</summary>
internal static class DocumentIds
{
    private static readonly ColumnShape AnyText = new("_id", "_id", "text", ColumnSort.Text, true, false, -1, []);

    /// <returns>Another _id of the same kind, the same for the same number; null for kinds of which none can be made.</returns>
    public static JsonNode? Fresh(JsonNode id, int number) => id.Kind() switch
    {
        DocumentKind.Number => JsonNodes.Number((NumberValues.Parse(id.Digits()) ?? 0) + number),
        DocumentKind.Text => JsonNodes.Text(FreshText(id.Text, number)),
        DocumentKind.ObjectId => JsonNodes.Object("$oid", JsonNodes.Text(FreshObjectId(id.Fields[0].Value.Text, number))),
        DocumentKind.Date => id.Moment() is { } moment && moment.Year is > 4 and < 9000 ? JsonNodes.Date(moment.AddDays(number)) : null,
        _ => null,
    };

    /// <summary>"o-7" counts on; "assam" becomes "assam 2".</summary>
    private static string FreshText(string text, int number)
    {
        var digits = text.Length - text.AsSpan().TrimEnd("0123456789").Length;
        if (digits is > 0 and < 9 && int.TryParse(text.AsSpan(text.Length - digits), CultureInfo.InvariantCulture, out var counted))
            return text[..^digits] + (counted + number).ToString(new string('0', digits), CultureInfo.InvariantCulture);
        return TextValues.Fresh(text, number + 1, AnyText);
    }

    private static string FreshObjectId(string text, int number)
    {
        const int last = 6;
        var tail = (int.Parse(text.AsSpan(text.Length - last), NumberStyles.HexNumber, CultureInfo.InvariantCulture) + number) & 0xFFFFFF;
        return text[..^last] + tail.ToString("x6", CultureInfo.InvariantCulture);
    }
}
