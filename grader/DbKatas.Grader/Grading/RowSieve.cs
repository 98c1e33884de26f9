using System.Text;
using DbKatas.Grader.Data;

namespace DbKatas.Grader.Grading;

/// <summary>Takes out of a dataset the rows that the server refuses: those that violate a CHECK, a key, a trigger of the schema.</summary>
internal sealed class RowSieve(DatasetRunner runner, SchemaModel schema)
{
    /// <returns>The dataset as it loads, perhaps with fewer rows; null when it can't be loaded at all.</returns>
    public async Task<Dataset?> SiftAsync(Dataset dataset, CancellationToken cancellation)
    {
        for (var pass = 0; pass < 3; pass++)
        {
            if (await runner.LoadAsync(dataset, [], false, cancellation) is null)
                return dataset;
            var refused = await RefusedAsync(dataset, cancellation);
            if (refused.Count == 0)
                return null;
            dataset = Without(dataset, refused);
        }
        return null;
    }

    /// <summary>Loads row by row; what fails is named and the others go on.</summary>
    private async Task<HashSet<(int, int)>> RefusedAsync(Dataset dataset, CancellationToken cancellation)
    {
        var body = new StringBuilder("do $dbkatas$ declare refused text := ''; begin\n");
        foreach (var (table, rows) in dataset.Tables.Index())
            foreach (var (place, row) in rows.Rows.Index())
                body.Append("begin ").Append(DatasetLoad.Insert(rows.Table, [row], rows.Table.Quoted))
                    .Append("; exception when others then refused := refused || ' ").Append(table).Append('.').Append(place).Append("'; end;\n");
        body.Append("perform set_config('dbkatas.refused', refused, true); end $dbkatas$");
        var empty = dataset with { Tables = [.. dataset.Tables.Select(rows => rows with { Rows = [] })], Analyzed = false };
        if (await runner.LoadAsync(empty, [body.ToString()], false, cancellation) is not null)
            return [];
        var places = await runner.AskAsync<string>("select current_setting('dbkatas.refused')", cancellation);
        return [.. places.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(place => place.Split('.')).Select(pair => (int.Parse(pair[0]), int.Parse(pair[1])))];
    }

    private Dataset Without(Dataset dataset, HashSet<(int, int)> refused)
    {
        var draft = new RowDraft(schema);
        foreach (var (table, rows) in dataset.Tables.Index())
            draft.Rows[table].AddRange(rows.Rows.Where((_, place) => !refused.Contains((table, place))));
        draft.Close();
        return dataset with { Tables = draft.Tables };
    }
}
