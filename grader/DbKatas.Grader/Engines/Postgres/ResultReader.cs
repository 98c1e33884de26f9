using DbKatas.Grader.Comparing;
using Npgsql;

namespace DbKatas.Grader.Engines.Postgres;

/// <summary>Reads a result as the server prints it, so that no value is lost in a conversion, and says how each cell compares.</summary>
internal static class ResultReader
{
    /// <summary>As the server prints it. More is no answer to any kata, and would take the memory of whoever reads it.</summary>
    public const int MostMegabytes = 64;

    /// <param name="reader">Of a command with <see cref="NpgsqlCommand.AllResultTypesAreUnknown"/> or of a <see cref="TextBatch"/>, read in sequence.</param>
    /// <param name="mostRows">Rows read before the rest is left unread.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="ResultTooLargeException">It is larger than <see cref="MostMegabytes"/>.</exception>
    /// <returns>Null for a statement that returns no rows by nature, as an INSERT without RETURNING.</returns>
    public static async Task<ResultTable?> ReadAsync(NpgsqlDataReader reader, int mostRows, CancellationToken cancellation)
    {
        if (reader.FieldCount == 0)
            return null;
        var types = Enumerable.Range(0, reader.FieldCount).Select(i => PostgresType.Of(reader.GetDataTypeOID(i))).ToArray();
        var columns = types.Select((type, i) => new Column(reader.GetName(i), type.Name)).ToArray();
        var rows = new List<Value[]>();
        var left = MostMegabytes * 1024L * 1024L;
        while (await reader.ReadAsync(cancellation))
        {
            if (rows.Count == mostRows)
                return new ResultTable(columns, rows, Truncated: true);
            var row = new Value[types.Length];
            for (var i = 0; i < row.Length; i++)
            {
                // A value's length comes before it: nobody has to take it in to know that it is too long.
                left -= reader.IsDBNull(i) ? 0 : reader.GetBytes(i, 0, null, 0, 0);
                if (left < 0)
                    throw new ResultTooLargeException();
                row[i] = reader.IsDBNull(i) ? Value.Null : types[i].Value(reader.GetString(i));
            }
            rows.Add(row);
        }
        return new ResultTable(columns, rows);
    }
}
