using DbKatas.Grader.Engines;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines;

public class TurnsTests
{
    [Test]
    public async Task Who_is_disturbed_by_others_works_once_more_alone()
    {
        using var turns = new Turns();
        var wereAlone = new List<bool>();

        var answer = await turns.UndisturbedAsync(isAlone =>
        {
            wereAlone.Add(isAlone);
            return isAlone ? Task.FromResult("judged") : throw new DisturbedException("Others took the last connection.");
        }, default);

        answer.ShouldBe("judged");
        wereAlone.ShouldBe([false, true]);
    }

    [Test]
    public async Task Who_is_disturbed_alone_as_well_says_so()
    {
        using var turns = new Turns();

        var disturbed = await Should.ThrowAsync<DisturbedException>(() =>
            turns.UndisturbedAsync<string>(isAlone => throw new DisturbedException(isAlone ? "Nothing left." : "Others took it."), default));

        disturbed.Message.ShouldBe("Nothing left.");
    }

    [TestCase(1, 1)]
    [TestCase(2, 2)]
    [TestCase(8, 8)]
    [TestCase(64, 8)]
    public void No_more_is_done_at_once_than_a_server_has_connections_for(int processors, int works) => AtOnce.On(processors).ShouldBe(works);
}
