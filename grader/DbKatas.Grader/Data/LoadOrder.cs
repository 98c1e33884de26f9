namespace DbKatas.Grader.Data;

/// <summary>Tables in an order in which they can be filled: depth first along the foreign keys. A circle is cut where it is met again.</summary>
internal static class LoadOrder
{
    /// <param name="tables">All tables; their order decides where foreign keys leave it open.</param>
    /// <param name="targets">The tables that a table points to, itself perhaps among them.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> tables, Func<string, IEnumerable<string>> targets)
    {
        var order = new List<string>();
        var met = new HashSet<string>();
        foreach (var table in tables)
            Visit(table);
        return order;

        void Visit(string table)
        {
            if (!met.Add(table))
                return;
            foreach (var target in targets(table))
                Visit(target);
            order.Add(table);
        }
    }
}
