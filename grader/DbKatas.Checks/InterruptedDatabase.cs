using System.Reflection;
using StackExchange.Redis;

namespace DbKatas.Checks;

/// <summary>The answer's database, and something that happens before each command that is sent by it: a crash, or somebody else's turn.</summary>
public class InterruptedDatabase : DispatchProxy
{
    private IDatabase _database = null!;
    private Action<int> _before = null!;
    private int _commands;

    /// <summary>A database of which each command waits for <paramref name="before"/>.</summary>
    /// <param name="database">What the commands go to.</param>
    /// <param name="before">Told the command's number, from 1.</param>
    public static IDatabase Around(IDatabase database, Action<int> before)
    {
        var around = Create<IDatabase, InterruptedDatabase>();
        var self = (InterruptedDatabase)(object)around;
        (self._database, self._before) = (database, before);
        return around;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        // Properties tell things, and send nothing.
        if (!targetMethod!.IsSpecialName)
            _before(Interlocked.Increment(ref _commands));
        return targetMethod.Invoke(_database, BindingFlags.DoNotWrapExceptions, null, args, null);
    }
}
