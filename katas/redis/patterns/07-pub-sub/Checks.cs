using System.Collections.Concurrent;
using DbKatas.Checks;
using NUnit.Framework;
using Shouldly;
using StackExchange.Redis;

namespace Redis.PubSub;

public class Checks : RedisChecks
{
    private LiveComments _here = null!;
    private LiveComments _there = null!;

    [SetUp]
    public async Task StartTwoServersAsync()
    {
        (_here, _there) = (new LiveComments(Redis.Connection), new LiveComments(Redis.Look.Multiplexer));
        // Messages have a connection of their own, which may be made a little later than the one for commands.
        await UntilItListensAsync(Redis.Connection.GetSubscriber());
        await UntilItListensAsync(Redis.Look.Multiplexer.GetSubscriber());
    }

    /// <summary>The connection for subscriptions is made in the background, and until it is there a ping (an UNSUBSCRIBE of the client's) is refused.</summary>
    private static async Task UntilItListensAsync(ISubscriber subscriber)
    {
        for (var waited = System.Diagnostics.Stopwatch.StartNew(); ;)
        {
            try
            {
                await subscriber.PingAsync();
                return;
            }
            catch (RedisConnectionException) when (waited.Elapsed < TimeSpan.FromSeconds(5))
            {
                await Task.Yield();
            }
        }
    }

    [Test]
    public async Task Hears_what_another_server_sends()
    {
        var ann = NewListener("Ann");
        await _here.JoinAsync("music", ann.Hear);

        await _there.SendAsync("music", new Comment("ben", "hello"));

        await ann.HasHeardAsync(1);
        ann.Heard.ShouldBe(["ben: hello"]);
    }

    [Test]
    public async Task Lets_all_in_a_room_hear_a_comment_on_every_server()
    {
        var (ann, ben, cy) = (NewListener("Ann"), NewListener("Ben, at the same server,"), NewListener("Cy, at another server,"));
        await _here.JoinAsync("music", ann.Hear);
        await _here.JoinAsync("music", ben.Hear);
        await _there.JoinAsync("music", cy.Hear);

        await _here.SendAsync("music", new Comment("ann", "hello"));

        foreach (var listener in new[] { ann, ben, cy })
        {
            await listener.HasHeardAsync(1);
            listener.Heard.ShouldBe(["ann: hello"], $"What {listener.Name} has heard.");
        }
    }

    [TestCase("ben", "10:30: so it begins")]
    [TestCase("dr: who", "who is it?")]
    [TestCase("ben", "")]
    [TestCase("ben", "two\nlines, \"quoted\" {0} \\ and | a tab\t")]
    [TestCase("zoë", "grüße 👋")]
    public async Task Brings_name_and_text_as_they_were_sent(string from, string text)
    {
        var ann = NewListener("Ann");
        await _here.JoinAsync("music", ann.Hear);

        await _there.SendAsync("music", new Comment(from, text));

        await ann.HasHeardAsync(1);
        ann.Comments[0].From.ShouldBe(from, "The comment's From.");
        ann.Comments[0].Text.ShouldBe(text, "The comment's Text.");
    }

    [Test]
    public async Task Keeps_rooms_apart()
    {
        var ann = NewListener("Ann");
        await _here.JoinAsync("music", ann.Hear);

        await _there.SendAsync("news", new Comment("cy", "to news"));
        await _there.SendAsync("music", new Comment("ben", "to music"));

        await ann.HasHeardAsync(1);
        await Redis.SettleAsync();
        ann.Heard.ShouldBe(["ben: to music"], "What Ann has heard, who is in the room music.");
    }

    [Test]
    public async Task Takes_a_star_in_the_name_of_a_room_for_a_star()
    {
        var ann = NewListener("Ann");
        await _here.JoinAsync("music*", ann.Hear);

        await _there.SendAsync("music-live", new Comment("cy", "to music-live"));
        await _there.SendAsync("music*", new Comment("ben", "to music*"));

        await ann.HasHeardAsync(1);
        await Redis.SettleAsync();
        ann.Heard.ShouldBe(["ben: to music*"], "What Ann has heard, who is in the room music*. A channel can be a name or a pattern; RedisChannel has a mode for that.");
    }

    [Test]
    public async Task Lets_one_leave_and_the_others_stay()
    {
        var (ann, ben, cy) = (NewListener("Ann"), NewListener("Ben, at the same server,"), NewListener("Cy, at another server,"));
        var seat = await _here.JoinAsync("music", ann.Hear);
        await _here.JoinAsync("music", ben.Hear);
        await _there.JoinAsync("music", cy.Hear);

        await seat.DisposeAsync();
        await seat.DisposeAsync();
        await _there.SendAsync("music", new Comment("cy", "has she gone?"));

        await ben.HasHeardAsync(1, "after Ann has left");
        await cy.HasHeardAsync(1, "after Ann has left");
        await Redis.SettleAsync();
        ann.Heard.ShouldBeEmpty("What Ann has heard since she left.");
    }

    [Test]
    public async Task Lets_one_come_back()
    {
        var (ann, cy) = (NewListener("Ann"), NewListener("Cy, at the same server,"));
        var seat = await _here.JoinAsync("music", ann.Hear);
        await _here.JoinAsync("music", cy.Hear);
        await seat.DisposeAsync();
        await _there.SendAsync("music", new Comment("ben", "while she was away"));
        // On its way it is not yet of the past.
        await cy.HasHeardAsync(1, "after Ann has left");
        await Redis.SettleAsync();
        ann.Heard.ShouldBeEmpty("What Ann has heard while she was away.");
        await _here.JoinAsync("music", ann.Hear);
        await _there.SendAsync("music", new Comment("ben", "welcome back"));

        await ann.HasHeardAsync(1);
        await Redis.SettleAsync();
        ann.Heard.ShouldBe(["ben: welcome back"], "What Ann has heard, who left and came back.");
    }

    [Test]
    public async Task Does_not_let_an_exception_of_one_listener_stop_the_others()
    {
        var (ann, ben) = (NewListener("Ann, whose onComment throws,"), NewListener("Ben, who sits behind Ann,"));
        await _here.JoinAsync("music", ann.HearAndThrow);
        await _here.JoinAsync("music", ben.Hear);

        await _there.SendAsync("music", new Comment("cy", "one"));
        await ben.HasHeardAsync(1);
        await _there.SendAsync("music", new Comment("cy", "two"));

        await ben.HasHeardAsync(2);
        await ann.HasHeardAsync(2);
    }

    [Test]
    public async Task Brings_no_comments_of_the_past_and_keeps_none()
    {
        var ann = NewListener("Ann");
        await _there.SendAsync("music", new Comment("ben", "too early"));
        await _here.JoinAsync("music", ann.Hear);
        await _there.SendAsync("music", new Comment("ben", "in time"));

        await ann.HasHeardAsync(1);
        await Redis.SettleAsync();
        ann.Heard.ShouldBe(["ben: in time"], "What Ann has heard, who came after the first comment.");
        (await Redis.KeysAsync()).ShouldBeEmpty("The keys in Redis. A comment is passed on and not kept.");
    }

    [Test]
    public async Task Loses_nothing_when_forty_send_at_once()
    {
        var ann = NewListener("Ann");
        await _here.JoinAsync("music", ann.Hear);

        await Callers.AtOnceAsync(40, number => (number % 2 == 0 ? _here : _there).SendAsync("music", new Comment("ben", $"{number:00}")));

        await ann.HasHeardAsync(40);
        ann.Heard.ShouldBe(Enumerable.Range(0, 40).Select(number => $"ben: {number:00}"), "What Ann has heard, in order.");
    }

    private Listener NewListener(string name) => new(name, Redis);

    private sealed class Listener(string name, RedisWorld redis)
    {
        private readonly ConcurrentQueue<Comment> _comments = new();
        private readonly SemaphoreSlim _came = new(0);
        private int _awaited;

        public string Name => name;

        public IReadOnlyList<Comment> Comments => [.. _comments];

        /// <summary>Sorted, because the client library may bring comments in another order than they were sent in.</summary>
        public IReadOnlyList<string> Heard => [.. _comments.Select(comment => $"{comment.From}: {comment.Text}").Order(StringComparer.Ordinal)];

        public void Hear(Comment comment)
        {
            _comments.Enqueue(comment);
            _came.Release();
        }

        public void HearAndThrow(Comment comment)
        {
            Hear(comment);
            throw new InvalidOperationException("This listener always throws.");
        }

        /// <summary>Returns as soon as so many comments have come in all.</summary>
        public async Task HasHeardAsync(int count, string when = "")
        {
            for (; _awaited < count; _awaited++)
            {
                var came = _came.WaitAsync();
                await redis.SettleAsync(orUntil: came);
                if (came.IsCompleted)
                    continue;
                var sentence = $"{name} should hear {(count == 1 ? "a comment" : $"{count} comments")} {when}".TrimEnd();
                Assert.Fail($"{sentence}.\nIt was waited for in vain; {(_awaited == 0 ? "nothing has" : $"{_awaited} of them have")} come.");
            }
        }
    }
}
