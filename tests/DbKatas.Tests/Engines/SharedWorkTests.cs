using DbKatas.Grader.Engines;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines;

public class SharedWorkTests
{
    private readonly SharedWork<int> _work = new();
    private int _done;

    [SetUp]
    public void Begin() => _done = 0;

    [Test]
    public async Task Is_done_once_for_all_who_ask()
    {
        var gate = new TaskCompletionSource();
        async Task<int> Work(CancellationToken _)
        {
            await gate.Task;
            return ++_done;
        }
        Task<int>[] all = [_work.DoAsync("once", Work, CancellationToken.None), _work.DoAsync("once", Work, CancellationToken.None)];

        gate.SetResult();

        (await Task.WhenAll(all)).ShouldBe([1, 1]);
    }

    [Test]
    public async Task Goes_on_with_another_when_who_began_it_gives_it_up()
    {
        using var first = new CancellationTokenSource();
        async Task<int> Work(CancellationToken cancellation)
        {
            if (cancellation == first.Token)
                await Task.Delay(Timeout.Infinite, cancellation);
            return ++_done;
        }
        var begun = _work.DoAsync("given-up", Work, first.Token);
        var waiting = _work.DoAsync("given-up", Work, CancellationToken.None);

        await first.CancelAsync();

        (await waiting).ShouldBe(1);
        await Should.ThrowAsync<OperationCanceledException>(begun);
    }

    [Test]
    public async Task Tells_a_deadline_inside_the_work_to_who_began_it()
    {
        await Should.ThrowAsync<OperationCanceledException>(_work.DoAsync("deadline", _ => throw new OperationCanceledException(), CancellationToken.None));
    }

    [Test]
    public async Task Is_tried_again_after_a_failure()
    {
        await Should.ThrowAsync<TroubleException>(_work.DoAsync("fails", _ => throw new TroubleException("No."), CancellationToken.None));

        (await _work.DoAsync("fails", _ => Task.FromResult(7), CancellationToken.None)).ShouldBe(7);
    }
}
