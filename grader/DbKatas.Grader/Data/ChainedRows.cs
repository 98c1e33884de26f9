namespace DbKatas.Grader.Data;

/// <summary>Chains of 6 to 12 links for tables that point to themselves, or whose rows are the edges between those of another: deeper than any seed.</summary>
internal sealed class ChainedRows(SchemaModel schema, Dataset seed, KeyGroups keys, ColumnPools pools)
{
    private readonly OwnKeys _own = new(schema);

    private readonly List<Links> _links =
    [
        .. schema.Tables.SelectMany((table, place) => table.ForeignKeys.Where(key => key.Target == place).Take(1).Select(key => new Links(place, place, key, null))),
        .. schema.Tables.SelectMany((table, place) => table.ForeignKeys.Where(key => key.Target != place).GroupBy(key => key.Target).Where(keys => keys.Count() == 2)
            .Select(keys => new Links(keys.Key, place, keys.First(), keys.Last()))),
    ];

    private Randomness _random = new("");
    private RowDraft _draft = new(schema);

    /// <returns>Null where no table has chains.</returns>
    /// <param name="random">Decides all values.</param>
    /// <param name="number">There is a chain of every kind in each few numbers.</param>
    public RowDraft? Make(Randomness random, int number)
    {
        Links[] links = [.. _links.Where(links => seed.Tables[links.Nodes].Rows.Count > 0 && seed.Tables[links.Edges].Rows.Count > 0)];
        if (links.Length == 0)
            return null;
        var chosen = links[number % links.Length];
        (_random, _draft) = (random, RowDraft.Of(schema, seed));
        var nodes = seed.Tables[chosen.Nodes].Rows;
        _draft.Rows[chosen.Nodes].Clear();
        _draft.Rows[chosen.Edges].Clear();
        // Most are like one row, or a chain of conditions would break at once.
        var model = random.Pick(nodes);
        for (var i = (chosen.Other is null ? 6 : 12) + random.Below(7); i > 0; i--)
            AddNode(chosen, model, nodes);
        if (chosen.Other is not null)
            AddEdges(chosen, chosen.Other, number / links.Length);
        _own.Mend(_draft, random);
        return _draft;
    }

    private void AddNode(Links links, string?[] model, IReadOnlyList<string?[]> seeds)
    {
        var (place, there) = (links.Nodes, _draft.Rows[links.Nodes]);
        var row = (string?[])(_random.Chance(80) ? model : _random.Pick(seeds)).Clone();
        foreach (var column in schema.Tables[place].Keys.SelectMany(key => key))
            row[column] = seeds[there.Count % seeds.Count][column];
        if (_random.Chance(there.Count == 0 ? 35 : 12))
            Vary(place, row);
        if (links.Other is null)
            foreach (var column in links.One.Columns.Where(column => there.Count > 0 || !schema.Tables[place].Columns[column].NotNull))
                row[column] = null;
        if (links.Other is null && there.Count > 0)
            OwnKeys.Point(row, links.One, _random.Chance(80) ? there[^1] : _random.Pick(there));
        _own.Add(_draft, place, row);
    }

    /// <summary>
    /// From the first node half of the others down and half of them up, as which way an answer goes is not known: a plain line, a line with branches,
    /// or layers of two between which there is more than one way.
    /// </summary>
    private void AddEdges(Links links, ForeignKey other, int number)
    {
        var nodes = _draft.Rows[links.Nodes];
        foreach (var (from, to, side) in new[] { (links.One, other, 0), (other, links.One, 1) })
        {
            List<string?[]> half = [nodes[0], .. nodes.Skip(1).Where((_, i) => i % 2 == side)];
            var isCrossed = false;
            for (var i = 1; i < half.Count; i++)
            {
                isCrossed = i % 2 == 0 ? isCrossed : _random.Chance(50);
                foreach (var start in (number % 4) switch { 0 => [i - 1], 2 => [_random.Chance(70) ? i - 1 : _random.Below(i)], _ => LayerAbove(i, isCrossed) })
                    AddEdge(links.Edges, from, half[start], to, half[i]);
            }
        }
    }

    // Layers are 1 and 2, 3 and 4, and so on: below 0 both, then one each, straight or crossed, then both from both.
    private static int[] LayerAbove(int i, bool isCrossed)
    {
        var (layer, first) = ((i - 1) / 2, (i - 1) / 2 * 2 - 1);
        return layer == 0 ? [0] : layer % 2 == 0 ? [first, first + 1] : [i % 2 == 1 != isCrossed ? first : first + 1];
    }

    private void AddEdge(int place, ForeignKey from, string?[] start, ForeignKey to, string?[] end)
    {
        var row = (string?[])_random.Pick(seed.Tables[place].Rows).Clone();
        if (_random.Chance(20))
            Vary(place, row);
        OwnKeys.Point(row, from, start);
        OwnKeys.Point(row, to, end);
        _own.Add(_draft, place, row);
    }

    private void Vary(int place, string?[] row)
    {
        int[] free = [.. keys.FreeColumns(place)];
        if (free.Length > 0 && _random.Pick(free) is var column && pools[schema.Tables[place].Columns[column]].Wide is { Count: > 0 } values)
            row[column] = _random.Pick(values);
    }

    /// <param name="Nodes">The table whose rows are linked.</param>
    /// <param name="Edges">The table that links them; the same one where a row names what stands above it.</param>
    /// <param name="One">From a row to the one above it, or from an edge to one of its ends.</param>
    /// <param name="Other">From an edge to its other end.</param>
    private sealed record Links(int Nodes, int Edges, ForeignKey One, ForeignKey? Other);
}
