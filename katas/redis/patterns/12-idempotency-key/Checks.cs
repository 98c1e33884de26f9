using DbKatas.Checks;
using NUnit.Framework;
using Shouldly;
using StackExchange.Redis;

namespace Redis.IdempotencyKey;

public class Checks : RedisChecks
{
    private const string Key = "pay:7f3a";

    private static int _receipts;

    private readonly CountedLoader<string, string> _bank = new(request => request == "free" ? "" : $"no. {Interlocked.Increment(ref _receipts)} for: {request}");
    private readonly CountedLoader<string, string> _otherBank = new(request => $"other server for: {request}");

    private Payments Here => new(Redis.Database, request => _bank.LoadAsync(request));

    /// <summary>Another server, whose payments are counted apart.</summary>
    private Payments There => new(Redis.Look, request => _otherBank.LoadAsync(request));

    [SetUp]
    public void BeginWithReceiptOne() => _receipts = 0;

    [Test]
    public async Task Pays_the_first_time_and_gives_the_receipt()
    {
        var reply = await Here.PayAsync("7f3a", "20 EUR");

        ShouldReply(reply, new Reply(Outcome.Paid, "no. 1 for: 20 EUR"), "The reply to the first call.");
        (await Redis.KeysAsync()).ShouldBe([Key], "The keys in Redis.");
    }

    [TestCase("20 EUR")]
    [TestCase("free")]
    [TestCase("two\nlines | \"quoted\": {0}")]
    public async Task Gives_the_first_receipt_when_it_is_asked_again(string request)
    {
        var first = await Here.PayAsync("7f3a", request);
        var again = await Here.PayAsync("7f3a", request);
        var elsewhere = await There.PayAsync("7f3a", request);

        ShouldReply(again, first, "The second reply at the same server.");
        ShouldReply(elsewhere, first, "The reply at another server.");
        (_bank.Calls + _otherBank.Calls).ShouldBe(1, "Calls of pay, all servers together.");
    }

    [Test]
    public async Task Pays_for_each_key()
    {
        await Here.PayAsync("7f3a", "20 EUR");
        var reply = await Here.PayAsync("c002", "20 EUR");

        ShouldReply(reply, new Reply(Outcome.Paid, "no. 2 for: 20 EUR"), "The reply to the same request with another key.");
    }

    [Test]
    public async Task Refuses_the_key_of_another_request()
    {
        await Here.PayAsync("7f3a", "20 EUR");
        var other = await There.PayAsync("7f3a", "90 EUR");

        ShouldReply(other, new Reply(Outcome.OtherRequest, null), "The reply to 90 EUR with the key of 20 EUR.");
        _otherBank.Calls.ShouldBe(0, "Calls of pay for 90 EUR.");
    }

    [Test]
    public async Task Says_at_once_that_a_payment_is_on_its_way()
    {
        var first = await BeginAsync();

        await ShouldReplyAtOnceAsync("20 EUR", new Reply(Outcome.InProgress, null), "The reply to the same request while the payment is on its way.");
        await ShouldReplyAtOnceAsync("90 EUR", new Reply(Outcome.OtherRequest, null), "The reply to another request while the payment is on its way.");

        _bank.Release();
        ShouldReply(await first, new Reply(Outcome.Paid, "no. 1 for: 20 EUR"), "The reply to the first call.");
        ShouldReply(await There.PayAsync("7f3a", "20 EUR"), new Reply(Outcome.Paid, "no. 1 for: 20 EUR"), "The reply when the payment is done.");
    }

    [Test]
    public async Task Pays_once_for_thirty_calls_at_the_same_time()
    {
        _bank.Hold();
        var callers = Callers.Start(30, _ => Here.PayAsync("7f3a", "20 EUR"));
        await Redis.SettleAsync(orUntil: _bank.FirstCall);
        await Redis.SettleAsync();
        _bank.Release();
        var replies = await Task.WhenAll(callers);

        _bank.Calls.ShouldCount(1, "Calls of pay for one key, with which thirty callers came at once.");
        var strange = replies.Select(Show).Distinct().Except([Show(new Reply(Outcome.Paid, "no. 1 for: 20 EUR")), Show(new Reply(Outcome.InProgress, null))]).ToArray();
        strange.ShouldBeEmpty("Replies other than Paid with receipt no. 1, or InProgress without one.");
    }

    [Test]
    public async Task Forgets_the_key_when_paying_fails()
    {
        _bank.FailOnce(new TimeoutException("the bank is busy"));

        await Should.ThrowAsync<TimeoutException>(() => Here.PayAsync("7f3a", "20 EUR"));

        (await Redis.KeysAsync()).ShouldBeEmpty("The keys in Redis after pay has failed.");
        ShouldReply(await Here.PayAsync("7f3a", "20 EUR"), new Reply(Outcome.Paid, "no. 1 for: 20 EUR"), "The reply to the next try.");
    }

    [Test]
    public async Task Pays_again_when_a_server_has_crashed_while_paying()
    {
        // It never comes back.
        _ = await BeginAsync();
        await ShouldLiveAsync(30, 60, "while the payment is on its way");

        await Redis.PassTimeAsync(TimeSpan.FromSeconds(61));
        var reply = await There.PayAsync("7f3a", "20 EUR");

        ShouldReply(reply, new Reply(Outcome.Paid, "other server for: 20 EUR"), "The reply 61 seconds after a server began to pay and crashed.");
    }

    [Test]
    public async Task Knows_the_receipt_for_a_day()
    {
        await Here.PayAsync("7f3a", "20 EUR");
        await ShouldLiveAsync(86_000, 86_400, "when the payment is done");

        await Redis.PassTimeAsync(TimeSpan.FromHours(1));
        await Here.PayAsync("7f3a", "20 EUR");
        await ShouldLiveAsync(82_000, 82_800, "an hour after the payment was done, when it has been asked for again");

        await Redis.PassTimeAsync(TimeSpan.FromHours(23));
        ShouldReply(await Here.PayAsync("7f3a", "20 EUR"), new Reply(Outcome.Paid, "no. 2 for: 20 EUR"), "The reply after a day: the key is forgotten, and it is paid again.");
    }

    [Test]
    public async Task Leaves_no_key_without_an_expiry_wherever_a_server_crashes()
    {
        for (var (crashAt, crashed) = (1, true); crashed; crashAt++)
        {
            await Redis.Look.KeyDeleteAsync(Key);
            crashed = await CrashesAsync(crashAt);
            await Redis.Database.PingAsync();
            var moment = crashed ? $"when a server crashes in PayAsync after {crashAt - 1} of its commands" : "after PayAsync";
            foreach (var key in await Redis.KeysAsync())
                if (await Redis.TimeToLiveAsync(key) is null)
                    Assert.Fail($"{key} has no expiry {moment}:\nit would be there for ever. SET can write a value and its expiry in one command.");
            await Redis.PassTimeAsync(TimeSpan.FromSeconds(61));
            var reply = await There.PayAsync("7f3a", "20 EUR");
            reply.Outcome.ShouldBe(Outcome.Paid, $"The outcome at another server, 61 seconds later, {moment}.");
        }
    }

    private async Task<bool> CrashesAsync(int command)
    {
        var crashed = false;
        try
        {
            var database = InterruptedDatabase.Around(Redis.Database, number =>
            {
                crashed |= number >= command;
                if (crashed)
                    throw new InvalidOperationException("The server that this ran on has crashed.");
            });
            await new Payments(database, request => _bank.LoadAsync(request)).PayAsync("7f3a", "20 EUR");
        }
        catch (Exception) when (crashed)
        {
            // A crash ends it one way or the other.
        }
        return crashed;
    }

    /// <summary>A call that has come as far as the bank, and waits there.</summary>
    private async Task<Task<Reply>> BeginAsync()
    {
        _bank.Hold();
        var first = Callers.Start(1, _ => Here.PayAsync("7f3a", "20 EUR"))[0];
        await Redis.SettleAsync(orUntil: Task.WhenAny(_bank.FirstCall, first));
        _bank.Calls.ShouldBe(1, "Calls of pay, when nothing is known of the key.");
        return first;
    }

    private async Task ShouldReplyAtOnceAsync(string request, Reply expected, string sentence)
    {
        var call = There.PayAsync("7f3a", request);
        await Redis.SettleAsync(orUntil: call);
        var hasEnded = call.IsCompleted;
        hasEnded.ShouldBeTrue("Whether PayAsync has ended at once. It waits for a payment that is on its way, instead of saying so.");
        ShouldReply(await call, expected, sentence);
    }

    private static void ShouldReply(Reply reply, Reply expected, string sentence)
    {
        var shown = Show(reply);
        shown.ShouldBe(Show(expected), sentence);
    }

    /// <summary>No receipt and an empty one look different.</summary>
    private static string Show(Reply reply) => $"{reply.Outcome}, {(reply.Receipt is null ? "no receipt" : $"receipt: {reply.Receipt}")}";

    private async Task ShouldLiveAsync(int least, int most, string moment)
    {
        if (await Redis.TimeToLiveAsync(Key) is not { } left)
            Assert.Fail($"{Key} has no expiry {moment}: it would be there for ever.");
        else
            Math.Round(left.TotalSeconds).ShouldBeInRange(least, most, left == TimeSpan.Zero ? $"There is no {Key} {moment}." : $"Seconds that {Key} has to live {moment}.");
    }
}
