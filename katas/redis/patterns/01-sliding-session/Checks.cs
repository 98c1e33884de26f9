using DbKatas.Checks;
using NUnit.Framework;
using Shouldly;
using StackExchange.Redis;

namespace Redis.SlidingSession;

public class Checks : RedisChecks
{
    private MovableClock _clock = null!;
    private SessionStore _one = null!;
    private SessionStore _two = null!;

    [SetUp]
    public void Begin()
    {
        _clock = new MovableClock();
        (_one, _two) = (new SessionStore(Redis.Database, _clock), new SessionStore(Redis.Look, _clock));
    }

    [Test]
    public async Task Finds_the_user_of_a_session_on_every_server()
    {
        var token = await _one.StartAsync("ann");

        (await _one.FindAsync(token)).ShouldBe("ann");
        (await _two.FindAsync(token)).ShouldBe("ann", "On another server.");
    }

    [Test]
    public async Task Gives_tokens_that_cannot_be_guessed()
    {
        var tokens = new HashSet<string>();
        for (var time = 0; time < 100; time++)
            tokens.Add(await _one.StartAsync("ann"));

        tokens.Count.ShouldBe(100, "Different tokens for a hundred sessions of one user.");
        tokens.Min(token => token.Length).ShouldBeGreaterThanOrEqualTo(22, "Characters of the shortest token. 128 random bits need 22 of them, or 32 as hexadecimal digits.");
        if (tokens.Any(token => !token.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_')))
            Assert.Fail("A token may hold letters, digits, - and _ alone: it travels in a cookie.");
        var firstParts = tokens.Select(token => token[..11]).Distinct().Count();
        firstParts.ShouldBe(100, "Different beginnings of a hundred tokens, eleven characters each. A token is random from its beginning on.");
    }

    [Test]
    public async Task Ends_after_20_minutes_of_silence()
    {
        var token = await _one.StartAsync("ann");
        await PassAsync(minutes: 20.1);

        (await _one.FindAsync(token)).ShouldBeNull("Nothing was done for more than 20 minutes.");
    }

    [Test]
    public async Task Has_20_minutes_again_whenever_it_is_used()
    {
        var token = await _one.StartAsync("ann");
        for (var time = 1; time <= 6; time++)
        {
            await PassAsync(minutes: 15);
            (await (time % 2 == 0 ? _one : _two).FindAsync(token)).ShouldBe("ann", $"{time * 15} minutes after the login. It was used every 15 minutes.");
        }
        await PassAsync(minutes: 20.1);

        (await _one.FindAsync(token)).ShouldBeNull("Nothing was done for more than 20 minutes.");
    }

    [Test]
    public async Task Ends_8_hours_after_the_login_however_busy_it_was()
    {
        var token = await UseFor7Hours55MinutesAsync();
        await PassAsync(minutes: 5.1);

        (await _one.FindAsync(token)).ShouldBeNull("The login was more than 8 hours ago. The session was used 5 minutes ago.");
        (await _one.FindAsync(token)).ShouldBeNull("The login was more than 8 hours ago.");
    }

    [Test]
    public async Task Is_still_there_just_before_the_8_hours_are_over()
    {
        var token = await UseFor7Hours55MinutesAsync();
        await PassAsync(minutes: 4);

        (await _one.FindAsync(token)).ShouldBe("ann", "7 h 59 min after the login. The session was used 4 minutes ago.");
    }

    [Test]
    public async Task Leaves_nothing_behind_after_8_hours()
    {
        await UseFor7Hours55MinutesAsync();
        await PassAsync(minutes: 5.1);

        (await Redis.KeysAsync()).Count.ShouldBe(0, "Keys in Redis. " + "The login was more than 8 hours ago.");
    }

    [Test]
    public async Task Leaves_nothing_behind_after_20_minutes_of_silence()
    {
        var token = await _one.StartAsync("ann");
        await PassAsync(minutes: 15);
        await _one.FindAsync(token);
        await PassAsync(minutes: 20.1);

        (await _one.FindAsync(token)).ShouldBeNull();
        (await Redis.KeysAsync()).Count.ShouldBe(0, "Keys in Redis. " + "The session has ended by itself, and what is left of it goes with it.");
    }

    [Test]
    public async Task Ends_when_the_user_logs_out()
    {
        var token = await _one.StartAsync("ann");
        await _two.EndAsync(token);

        (await _one.FindAsync(token)).ShouldBeNull("The session was ended, on another server.");
        (await Redis.KeysAsync()).Count.ShouldBe(0, "Keys in Redis. " + "Nothing is left of a session that was ended.");
    }

    [Test]
    public async Task Ends_one_session_and_no_other()
    {
        var (school, library, ben) = (await _one.StartAsync("ann"), await _one.StartAsync("ann"), await _one.StartAsync("ben"));
        await _one.EndAsync(school);

        (await _one.FindAsync(library)).ShouldBe("ann", "Another session of ann's.");
        (await _one.FindAsync(ben)).ShouldBe("ben");
    }

    [Test]
    public async Task Does_not_keep_one_session_alive_by_another()
    {
        var (school, library) = (await _one.StartAsync("ann"), await _one.StartAsync("ann"));
        await PassAsync(minutes: 15);
        await _one.FindAsync(school);
        await PassAsync(minutes: 10);

        (await _one.FindAsync(library)).ShouldBeNull("This session was not used for 25 minutes. Another one of ann's was.");
    }

    [TestCase("nobody-has-this-token-0123456789")]
    [TestCase("")]
    [TestCase("*")]
    public async Task Finds_nothing_for_a_token_that_nobody_has(string token)
    {
        (await _one.FindAsync(token)).ShouldBeNull();
        await _one.EndAsync(token);

        (await Redis.KeysAsync()).Count.ShouldBe(0, "Keys in Redis. " + "Asking for a session that is not there leaves nothing in Redis.");
    }

    [Test]
    public async Task Gives_every_key_an_expiry()
    {
        var token = await _one.StartAsync("ann");
        await ShouldAllExpireAsync("StartAsync");
        await PassAsync(minutes: 15);
        await _one.FindAsync(token);
        await ShouldAllExpireAsync("FindAsync");
    }

    [Test]
    public async Task Does_not_write_an_ended_session_again()
    {
        var risen = 0;
        for (var session = 0; session < 40; session++)
        {
            var token = await _one.StartAsync("ann");
            await Callers.AtOnceAsync(9, number => number == 0 ? _two.EndAsync(token) : _one.FindAsync(token));
            risen += (await Redis.KeysAsync()).Count > 0 ? 1 : 0;
            await Redis.Look.ExecuteAsync("FLUSHDB");
        }

        risen.ShouldCount(0, "Of forty sessions that were ended while others asked for them, those that are back in Redis.");
    }

    private async Task<string> UseFor7Hours55MinutesAsync()
    {
        var token = await _one.StartAsync("ann");
        for (var time = 1; time <= 25; time++)
        {
            await PassAsync(minutes: 19);
            (await _one.FindAsync(token)).ShouldBe("ann", "The session is used every 19 minutes, and the login was less than 8 hours ago.");
        }
        return token;
    }

    /// <summary>Time passes for the answer's clock and for Redis alike.</summary>
    private async Task PassAsync(double minutes)
    {
        _clock.Advance(TimeSpan.FromMinutes(minutes));
        await Redis.PassTimeAsync(TimeSpan.FromMinutes(minutes));
    }

    private async Task ShouldAllExpireAsync(string call)
    {
        foreach (var key in await Redis.KeysAsync())
        {
            if (await Redis.TimeToLiveAsync(key) is null)
                Assert.Fail($"After {call} there is a key without an expiry: it would live for ever.");
        }
    }
}
