using DbKatas.Grader.Data;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Katas;
using Npgsql;

namespace DbKatas.Grader.Grading;

/// <summary>Has the server judge data by a kata's domain.</summary>
internal sealed class DomainRules(Kata kata, SchemaModel schema, DatasetRunner runner)
{
    // Only once the names have been looked at: SQL can't be made of those that are not there.
    private readonly Lazy<string?> _check = new(() => DomainSql.Check(schema, kata.Domain));
    private readonly List<string> _drops = [];

    /// <exception cref="TroubleException">The domain names what is not there, is no SQL, or does not hold for the visible rows.</exception>
    public async Task CheckSeedAsync(Dataset seed, CancellationToken cancellation)
    {
        var faults = DomainNames.Faults(schema, kata.Domain).ToList();
        if (faults.Count == 0)
            foreach (var rule in DomainSql.Rules(schema, kata.Domain))
                if (await FaultAsync(rule, seed, cancellation) is { } fault)
                    faults.Add(fault);
        if (faults.Count > 0)
            throw new TroubleException(
                $"The kata itself is at fault: {TextFile.Shown(Path.Combine(kata.Folder, KataFormat.Domain))} {string.Join("\n", faults)}");
    }

    /// <summary>From now on the server refuses rows outside the domain.</summary>
    public async Task EnforceAsync(CancellationToken cancellation)
    {
        foreach (var (number, constraint) in DomainSql.Constraints(schema, kata.Domain).Index())
        {
            await runner.ExecuteAsync([$"alter table {constraint.Table} add constraint dbkatas_domain_{number} {constraint.Definition}"], cancellation);
            _drops.Add($"alter table {constraint.Table} drop constraint dbkatas_domain_{number}");
        }
    }

    /// <summary>The schema alone decides again.</summary>
    public Task LiftAsync(CancellationToken cancellation) => runner.ExecuteAsync(_drops, cancellation);

    /// <summary>True when the data of the transaction that is open lie in the domain.</summary>
    public async Task<bool> HoldsAsync(CancellationToken cancellation) => _check.Value is not { } check || await runner.AskAsync<bool>(check, cancellation);

    private async Task<string?> FaultAsync(string rule, Dataset seed, CancellationToken cancellation)
    {
        try
        {
            await runner.LoadAsync(seed, [], false, cancellation);
            return await runner.AskAsync<bool>($"select coalesce(({rule}), true)", cancellation) ? null : $"rules out the visible rows: {rule}.";
        }
        catch (PostgresException refused)
        {
            return $"holds a rule that PostgreSQL can't read: {rule}. It says: {refused.MessageText}.";
        }
    }
}
