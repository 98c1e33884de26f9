namespace DbKatas.Grader.Engines.Postgres;

/// <summary>What the planner goes by, made the same in every run on every server, so that it chooses the same plan.</summary>
internal static class PlannerFacts
{
    /// <summary>
    /// Statistics from all rows instead of a random sample: a sample has 300 rows for each unit of the target, so tables of up to 300,000
    /// rows are read whole. VACUUM marks pages as visible to all, without which an index-only scan visits the table nevertheless.
    /// </summary>
    public static IReadOnlyList<SqlStatement> Gather(int place) =>
        [new("set default_statistics_target = 1000", place), new("vacuum (analyze)", place), new("reset default_statistics_target", place)];

    /// <summary>
    /// The settings that a plan depends on, at PostgreSQL's own defaults but for three: no parallel workers, whose number depends on the
    /// machine, no compiling, and scans that begin at the beginning.
    /// </summary>
    public static IEnumerable<SqlStatement> Settings() => Values.Select(setting => new SqlStatement("set " + setting, 0));

    private static readonly string[] Values =
    [
        "max_parallel_workers_per_gather = 0", "jit = off", "synchronize_seqscans = off",
        "seq_page_cost = 1", "random_page_cost = 4", "cpu_tuple_cost = 0.01", "cpu_index_tuple_cost = 0.005", "cpu_operator_cost = 0.0025",
        "effective_cache_size = '4GB'", "work_mem = '4MB'", "hash_mem_multiplier = 2", "plan_cache_mode = auto",
        "constraint_exclusion = partition", "enable_partition_pruning = on", "enable_seqscan = on", "enable_indexscan = on",
        "enable_indexonlyscan = on", "enable_bitmapscan = on", "enable_tidscan = on", "enable_sort = on", "enable_incremental_sort = on",
        "enable_hashagg = on", "enable_hashjoin = on", "enable_mergejoin = on", "enable_nestloop = on", "enable_material = on",
        "enable_memoize = on", "cursor_tuple_fraction = 0.1", "from_collapse_limit = 8", "join_collapse_limit = 8", "geqo = on",
    ];
}
