using System.Globalization;
using DbKatas.Checks;
using NUnit.Framework;
using Shouldly;

namespace Redis.Leaderboard;

public class Checks : RedisChecks
{
    /// <summary>A board of two thousand players is more than three times as long.</summary>
    private const long FewBytes = 20_000;

    private QuizBoard Board => new(Redis.Database);

    [Test]
    public async Task Adds_points_and_gives_the_new_total()
    {
        var totals = new[] { await Board.AddAsync("ann", 30), await Board.AddAsync("ann", 20), await Board.AddAsync("ann", -5) };

        totals.ShouldBe([30, 50, 45], "Ann's totals after 30 points, 20 more, and 5 fewer.");
    }

    [Test]
    public async Task Lists_the_best_first()
    {
        await AddAsync(("ann", 10), ("ben", 40), ("cy", 20));

        var top = await ShowAsync(3);

        top.ShouldBe(["1 ben 40", "2 cy 20", "3 ann 10"], "Place, player and points of each.");
    }

    [Test]
    public async Task Lists_players_with_equal_points_in_alphabetical_order()
    {
        await AddAsync(("cy", 30), ("ann", 50), ("ben", 30), ("dan", 20));

        var top = await ShowAsync(4);

        top.ShouldBe(["1 ann 50", "2 ben 30", "2 cy 30", "4 dan 20"], "Place, player and points of each.");
    }

    [Test]
    public async Task Shows_the_first_in_the_alphabet_when_there_is_no_room_for_all_who_tie()
    {
        await AddAsync(("cy", 30), ("eve", 30), ("ann", 50), ("ben", 30));

        var top = await ShowAsync(2);

        top.ShouldBe(["1 ann 50", "2 ben 30"], "Ben, Cy and Eve have 30 points each, and one of them is shown.");
    }

    [Test]
    public async Task Gives_equal_points_the_same_place()
    {
        await AddAsync(("cy", 30), ("ann", 50), ("ben", 30), ("dan", 20));

        var places = new[] { await Board.PlaceAsync("ann"), await Board.PlaceAsync("ben"), await Board.PlaceAsync("cy"), await Board.PlaceAsync("dan") };

        places.ShouldBe([1, 2, 2, 4], "The places of Ann with 50 points, Ben and Cy with 30, and Dan with 20.");
    }

    [Test]
    public async Task Has_no_place_for_someone_who_is_not_on_the_board()
    {
        await AddAsync(("ann", -5), ("ben", 10));

        var place = await Board.PlaceAsync("eve");

        place.ShouldBeNull("The place of Eve, who has never been given points.");
    }

    [Test]
    public async Task Keeps_players_with_no_points_and_with_fewer_than_none()
    {
        await AddAsync(("ann", 0), ("ben", -5), ("cy", 5));

        (await ShowAsync(10)).ShouldBe(["1 cy 5", "2 ann 0", "3 ben -5"], "Place, player and points of each.");
        (await Board.PlaceAsync("ann")).ShouldBe(2, "The place of Ann, who has 0 points.");
    }

    [Test]
    public async Task Lists_nobody_when_nobody_is_asked_for()
    {
        await AddAsync(("ann", 10), ("ben", 40));

        var top = await ShowAsync(0);

        top.ShouldBeEmpty("TopAsync(0) is a list of nobody. Look at what a range from 0 to -1 means to Redis.");
    }

    [Test]
    public async Task Lists_nobody_when_the_board_is_empty()
    {
        (await ShowAsync(3)).ShouldBeEmpty("The top of an empty board.");
        var place = await Board.PlaceAsync("ann");
        place.ShouldBeNull("Ann's place on an empty board.");
    }

    [Test]
    public async Task Lets_all_servers_share_one_board_under_the_key_that_was_agreed_on()
    {
        await Board.AddAsync("ann", 10);
        var total = await new QuizBoard(Redis.Look).AddAsync("ann", 5);

        total.ShouldBe(15, "Ann's total after 10 points at one server and 5 at another.");
        (await Redis.KeysAsync()).ShouldBe(["board:quiz"], "The keys in Redis.");
    }

    [Test]
    public async Task Loses_no_points_when_fifty_calls_come_at_once()
    {
        // Luck may keep callers apart once, and not every time.
        for (var round = 1; round <= 10; round++)
            await Callers.AtOnceAsync(50, _ => Board.AddAsync("ann", 2));

        (await Board.AddAsync("ann", 0)).ShouldCount(1000, "Ann's points after ten times 50 calls at once that add 2 points each.");
    }

    [Test]
    public async Task Does_not_fetch_the_whole_board()
    {
        await Task.WhenAll(Enumerable.Range(1, 2000).Select(number => Board.AddAsync(Name(number), number)));

        var before = await BytesSentAsync();
        (await ShowAsync(2)).ShouldBe([$"1 {Name(2000)} 2000", $"2 {Name(1999)} 1999"]);
        (await BytesSentAsync() - before < FewBytes).ShouldBeTrue($"For TopAsync(2) on a board of 2,000 players Redis sent more than {FewBytes:N0} bytes. Ask it for the best alone.");

        before = await BytesSentAsync();
        (await Board.PlaceAsync(Name(7))).ShouldBe(1994);
        (await BytesSentAsync() - before < FewBytes).ShouldBeTrue($"For PlaceAsync on a board of 2,000 players Redis sent more than {FewBytes:N0} bytes. Redis can count who has more.");
    }

    private async Task AddAsync(params (string Player, long Points)[] all)
    {
        foreach (var (player, points) in all)
            await Board.AddAsync(player, points);
    }

    private async Task<string[]> ShowAsync(int count) =>
        [.. (await Board.TopAsync(count)).Select(standing => $"{standing.Place} {standing.Player} {standing.Points}")];

    /// <summary>Small letters, the same number of them for all: "player" and the digits as letters.</summary>
    private static string Name(int number) => "player" + string.Concat(number.ToString("D4", CultureInfo.InvariantCulture).Select(digit => (char)('a' + (digit - '0'))));

    private async Task<long> BytesSentAsync()
    {
        const string key = "total_net_output_bytes:";
        var lines = ((string)(await Redis.Look.ExecuteAsync("INFO", "stats"))!).Split('\n', StringSplitOptions.TrimEntries);
        return long.Parse(lines.First(line => line.StartsWith(key, StringComparison.Ordinal))[key.Length..], CultureInfo.InvariantCulture);
    }
}
