// TODO(author): the checks that judge an answer. Each begins with fresh data; a message says what a learner would not see from the values. Never wait by the clock.
using DbKatas.Checks;
using NUnit.Framework;
using Shouldly;

namespace {{namespace}};

public class Checks : RedisChecks
{
    private VisitCounter Counter => new(Redis.Database);

    [Test]
    public async Task Counts_the_first_visit() => (await Counter.CountAsync("home")).ShouldBe(1);

    [Test]
    public async Task Counts_on_from_what_another_program_has_counted()
    {
        await Redis.Look.StringSetAsync("visits:home", 41);

        (await Counter.CountAsync("home")).ShouldBe(42, "visits:home held 41.");
    }

    [Test]
    public async Task Counts_each_page_by_itself()
    {
        await Counter.CountAsync("home");
        await Counter.CountAsync("about");

        (await Redis.KeysAsync()).ShouldBe(["visits:about", "visits:home"], ignoreOrder: true);
    }

    [Test]
    public async Task Keeps_the_count_for_ever()
    {
        await Counter.CountAsync("home");

        (await Redis.TimeToLiveAsync("visits:home")).ShouldBeNull("The key has an expiry.");
    }
}
