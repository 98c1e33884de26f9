using System.Globalization;

namespace DbKatas.Grader.Data;

/// <summary>Another key like one that is there.</summary>
internal static class FreshKey
{
    /// <param name="column">The key's column.</param>
    /// <param name="value">The key that is there.</param>
    /// <param name="number">From 1: a different key for each.</param>
    /// <returns>Null when there is no telling what another key would look like.</returns>
    public static string? Of(ColumnShape column, string? value, int number) => (column.Sort, value) switch
    {
        (_, null) => null,
        (ColumnSort.Integer or ColumnSort.Decimal or ColumnSort.Float, _) => NumberValues.Parse(value) is { } n ? NumberValues.Text(n + number, column) : null,
        (ColumnSort.Text, _) => TextValues.Fresh(value, number + 1, column),
        (ColumnSort.Date, _) => TimeValues.Parse(value) is { } day ? TimeValues.Text(day.AddDays(number), column) : null,
        (ColumnSort.Timestamp or ColumnSort.TimestampTz or ColumnSort.Time, _) => TimeValues.Parse(value) is { } time ? TimeValues.Text(time.AddMinutes(7 * number), column) : null,
        (ColumnSort.Uuid, { Length: > 12 }) => string.Concat(value.AsSpan(0, value.Length - 12), number.ToString("x12", CultureInfo.InvariantCulture)),
        _ => null,
    };
}
