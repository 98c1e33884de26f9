using System.Runtime.CompilerServices;
using Npgsql;

namespace DbKatas.Grader.Engines.Postgres;

/// <summary>A batch whose results come as text, as the server prints them.</summary>
internal static class TextBatch
{
    public static NpgsqlBatch Of(NpgsqlConnection connection, IEnumerable<NpgsqlBatchCommand> commands)
    {
        var batch = new NpgsqlBatch(connection);
        SetAllResultTypesAreUnknown(batch, true);
        foreach (var command in commands)
            batch.BatchCommands.Add(command);
        return batch;
    }

    // What NpgsqlCommand offers to everybody a batch keeps to itself so far: https://github.com/npgsql/npgsql/issues/3922
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_AllResultTypesAreUnknown")]
    private static extern void SetAllResultTypesAreUnknown(NpgsqlBatch batch, bool value);
}
