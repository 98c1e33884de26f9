using DbKatas.Grader.Comparing;
using Npgsql;

namespace DbKatas.Grader.Engines.Postgres;

/// <summary>Reads a result as the server prints it, so that no value is lost in a conversion, and says how each cell compares.</summary>
internal static class ResultReader
{
    /// <param name="reader">Of a command with <see cref="NpgsqlCommand.AllResultTypesAreUnknown"/>.</param>
    /// <param name="mostRows">Rows read before the rest is left unread.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>Null for a statement that returns no rows by nature, as an INSERT without RETURNING.</returns>
    public static async Task<ResultTable?> ReadAsync(NpgsqlDataReader reader, int mostRows, CancellationToken cancellation)
    {
        if (reader.FieldCount == 0)
            return null;
        var types = Enumerable.Range(0, reader.FieldCount).Select(i => PostgresType.Of(reader.GetDataTypeOID(i))).ToArray();
        var columns = types.Select((type, i) => new Column(reader.GetName(i), type.Name)).ToArray();
        var rows = new List<Value[]>();
        while (await reader.ReadAsync(cancellation))
        {
            if (rows.Count == mostRows)
                return new ResultTable(columns, rows, Truncated: true);
            var row = new Value[types.Length];
            for (var i = 0; i < row.Length; i++)
                row[i] = reader.IsDBNull(i) ? Value.Null : types[i].Value(reader.GetString(i));
            rows.Add(row);
        }
        return new ResultTable(columns, rows);
    }
}
