using StackExchange.Redis;

namespace Redis.Leaderboard;

public sealed record Standing(long Place, string Player, long Points);

public sealed class QuizBoard(IDatabase redis)
{
    /// <summary>Adds points to a player's. Gives the player's new total.</summary>
    public Task<long> AddAsync(string player, long points)
    {
        // TODO
        throw new NotImplementedException();
    }

    /// <summary>The best players, most points first; those with equal points in alphabetical order, at the same place.</summary>
    public Task<IReadOnlyList<Standing>> TopAsync(int count)
    {
        // TODO
        throw new NotImplementedException();
    }

    /// <summary>One more than the number of players who have more points. Null for someone who is not on the board.</summary>
    public Task<long?> PlaceAsync(string player)
    {
        // TODO
        throw new NotImplementedException();
    }
}
