using System.Collections.Concurrent;
using DbKatas.Checks;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.CSharp;

/// <summary>Many callers of one thing at the same moment. One test at a time: threads are counted.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class CallersTests
{
    [Test]
    public async Task Give_the_results_in_the_order_of_the_callers()
    {
        var results = await Callers.AtOnceAsync(20, async number =>
        {
            await Task.Yield();
            return number * number;
        });

        results.ShouldBe(Enumerable.Range(0, 20).Select(number => number * number));
    }

    [Test]
    public async Task Call_from_a_thread_each_and_keep_them_for_the_next_round()
    {
        var threads = new ConcurrentBag<int>();
        for (var round = 0; round < 5; round++)
        {
            using var all = new CountdownEvent(30);
            await Callers.AtOnceAsync(30, _ =>
            {
                threads.Add(Environment.CurrentManagedThreadId);
                // Only thirty threads come past this.
                all.Signal();
                all.Wait();
                return Task.CompletedTask;
            });
        }

        // A thread may not be back yet when the next round begins.
        threads.Distinct().Count().ShouldBeInRange(30, 90);
    }

    [Test]
    public async Task Do_not_wait_for_a_call_that_never_comes_back()
    {
        using var never = new ManualResetEvent(false);
        Callers.Start(10, number => number < 5 ? Task.FromResult(never.WaitOne()) : Task.FromResult(true)).Count.ShouldBe(10);

        (await Callers.AtOnceAsync(10, Task.FromResult)).ShouldBe(Enumerable.Range(0, 10));

        never.Set();
    }

    [Test]
    public async Task See_what_flows_with_whoever_began_them_and_leave_nothing_of_it()
    {
        var flowing = new AsyncLocal<string?> { Value = "of the check" };
        (await Callers.AtOnceAsync(10, _ => Task.FromResult(flowing.Value))).ShouldAllBe(seen => seen == "of the check");
        flowing.Value = null;

        (await Callers.AtOnceAsync(10, number => Task.FromResult(flowing.Value = flowing.Value is null ? $"{number}" : "left"))).ShouldNotContain("left");
        flowing.Value.ShouldBeNull();
    }

    [Test]
    public async Task Tell_the_first_failure_when_all_have_ended()
    {
        var ended = 0;
        var failure = await Should.ThrowAsync<InvalidOperationException>(() => Callers.AtOnceAsync(10, number =>
        {
            Interlocked.Increment(ref ended);
            return number == 3 ? throw new InvalidOperationException("third") : Task.CompletedTask;
        }));

        failure.Message.ShouldBe("third");
        ended.ShouldBe(10);
    }

    [Test]
    public void Are_on_their_way_when_they_have_been_started()
    {
        for (var round = 0; round < 200; round++)
        {
            var called = 0;
            using var never = new ManualResetEvent(false);
            Callers.Start(20, number =>
            {
                Interlocked.Increment(ref called);
                return number % 2 == 0 ? new TaskCompletionSource<bool>().Task : Task.FromResult(never.WaitOne());
            });

            Volatile.Read(ref called).ShouldBe(20);
            never.Set();
        }
    }

    [Test]
    public async Task Send_no_second_command_before_each_has_sent_its_first()
    {
        for (var round = 0; round < 200; round++)
        {
            var written = 0;
            var seen = await Callers.AtOnceAsync(20, async number =>
            {
                InStep.BeforeCommand();
                var found = Volatile.Read(ref written);
                await Task.Yield();
                // Some have nothing more to do.
                if (number < 5)
                    return 0;
                InStep.BeforeCommand();
                Interlocked.Increment(ref written);
                return found;
            });

            seen.ShouldAllBe(found => found == 0);
            written.ShouldBe(15);
        }
    }

    [Test]
    public async Task Go_as_they_like_when_one_waits_for_another()
    {
        using var turn = new SemaphoreSlim(1);
        try
        {
            for (var round = 0; round < 100; round++)
            {
                await Callers.AtOnceAsync(20, async _ =>
                {
                    await turn.WaitAsync();
                    InStep.BeforeCommand();
                    await Task.Yield();
                    InStep.BeforeCommand();
                    turn.Release();
                });
            }
            KataServers.CallersWaitForEachOther.ShouldBeTrue();
        }
        finally
        {
            KataServers.CallersWaitForEachOther = false;
        }
    }

    [Test]
    public async Task Wait_for_nobody_with_what_goes_on_after_their_end()
    {
        var left = new TaskCompletionSource();
        var after = new ConcurrentBag<Task>();
        await Callers.AtOnceAsync(10, _ =>
        {
            after.Add(GoOnAsync());
            return Task.CompletedTask;
        });
        left.SetResult();

        await Task.WhenAll(after).WaitAsync(TimeSpan.FromSeconds(10));

        async Task GoOnAsync()
        {
            await left.Task;
            InStep.BeforeCommand();
        }
    }
}
