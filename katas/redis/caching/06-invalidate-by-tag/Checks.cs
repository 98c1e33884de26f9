using DbKatas.Checks;
using NUnit.Framework;
using Shouldly;
using StackExchange.Redis;

namespace Redis.InvalidateByTag;

public class Checks : RedisChecks
{
    private CountedLoader<string, string> _shop = null!;
    private PageCache _one = null!;
    private PageCache _two = null!;
    private int _price;

    [SetUp]
    public void Begin()
    {
        _price = 1;
        _shop = new(path => $"{path} at price {_price}");
        (_one, _two) = (new PageCache(Redis.Database), new PageCache(Redis.Look));
    }

    [Test]
    public async Task Loads_a_page_once()
    {
        (await GetAsync("/tea", "p1", "p2")).ShouldBe("/tea at price 1");
        (await GetAsync("/tea", "p1", "p2")).ShouldBe("/tea at price 1");

        Loads("/tea").ShouldBe(1, "Times that /tea was loaded for two questions.");
    }

    [TestCase("p1")]
    [TestCase("p2")]
    [TestCase("p3")]
    public async Task Loads_again_when_any_of_its_tags_is_invalidated(string tag)
    {
        await GetAsync("/tea", "p1", "p2", "p3");
        _price = 2;
        await _one.InvalidateAsync(tag);

        (await GetAsync("/tea", "p1", "p2", "p3")).ShouldBe("/tea at price 2", $"/tea has the tags p1, p2 and p3, and {tag} was invalidated.");
        (await GetAsync("/tea", "p1", "p2", "p3")).ShouldBe("/tea at price 2");
        Loads("/tea").ShouldBe(2, "Times that /tea was loaded: once, and once after its tag was invalidated.");
    }

    [Test]
    public async Task Invalidates_all_pages_with_the_tag_and_no_other()
    {
        await AskForAllAsync();
        await _one.InvalidateAsync("p2");
        await AskForAllAsync();

        (Loads("/tea"), Loads("/sale")).ShouldBe((2, 2), "Times that /tea and /sale were loaded. Both have the tag p2, which was invalidated.");
        (Loads("/cups"), Loads("/about")).ShouldBe((1, 1), "Times that /cups and /about were loaded. Neither has the tag p2.");

        async Task AskForAllAsync()
        {
            await GetAsync("/tea", "p1", "p2");
            await GetAsync("/sale", "p2", "p3");
            await GetAsync("/cups", "p3");
            await GetAsync("/about");
        }
    }

    [Test]
    public async Task Invalidates_the_same_tag_again_and_again()
    {
        for (var time = 1; time <= 4; time++)
        {
            await GetAsync("/tea", "p1");
            await _one.InvalidateAsync("p1");
        }

        await GetAsync("/tea", "p1");
        Loads("/tea").ShouldBe(5, "Times that /tea was loaded. It was asked for five times, and p1 was invalidated in between each time.");
    }

    [Test]
    public async Task Invalidates_a_hundred_pages_by_one_tag()
    {
        for (var page = 0; page < 100; page++)
            await GetAsync($"/page{page}", "p1", $"q{page}");
        await _one.InvalidateAsync("p1");
        for (var page = 0; page < 100; page++)
            await GetAsync($"/page{page}", "p1", $"q{page}");

        _shop.Calls.ShouldBe(200, "Loads of a hundred pages, before and after their common tag was invalidated.");
    }

    [Test]
    public async Task Takes_a_tag_as_a_whole()
    {
        await GetAsync("/teapots", "teapot", "a*b");
        foreach (var other in new[] { "tea", "pot", "t*", "*", "", "TEAPOT", "teapot ", "aab", "/teapots" })
            await _one.InvalidateAsync(other);
        await GetAsync("/teapots", "teapot", "a*b");

        Loads("/teapots").ShouldBe(1, "Times that /teapots was loaded. Its tags are teapot and a*b; tea, pot, t*, * and others like them were invalidated.");
    }

    [Test]
    public async Task Tells_a_path_from_a_tag_of_the_same_spelling()
    {
        await GetAsync("tea", "tea", "green");
        await GetAsync("green", "tea");
        (await GetAsync("tea", "tea", "green")).ShouldBe("tea at price 1", "A page whose path is spelled like one of its tags.");

        _price = 2;
        await _one.InvalidateAsync("green");

        (await GetAsync("tea", "tea", "green")).ShouldBe("tea at price 2", "The page tea has the tag green, which was invalidated.");
        (await GetAsync("green", "tea")).ShouldBe("green at price 1", "The page green has not the tag green.");
    }

    [Test]
    public async Task Shares_pages_and_tags_with_other_servers()
    {
        await GetAsync("/tea", "p1");
        (await _two.GetAsync("/tea", ["p1"], () => _shop.LoadAsync("/tea"))).ShouldBe("/tea at price 1");
        Loads("/tea").ShouldBe(1, "Times that /tea was loaded for two servers.");
        _price = 2;
        await _two.InvalidateAsync("p1");

        (await GetAsync("/tea", "p1")).ShouldBe("/tea at price 2", "Another server has invalidated p1.");
    }

    [Test]
    public async Task Does_not_raise_an_old_page_from_the_dead()
    {
        var old = new TaskCompletionSource<string>();
        var begun = new TaskCompletionSource();
        var late = _one.GetAsync("/tea", ["p1"], () =>
        {
            begun.SetResult();
            return old.Task;
        });
        await begun.Task;
        _price = 2;
        await _two.InvalidateAsync("p1");
        old.SetResult("/tea at price 1");

        (await late).ShouldBe("/tea at price 1", "Who asked before the change gets what was loaded for him.");
        (await GetAsync("/tea", "p1")).ShouldBe("/tea at price 2",
            "The page began to be loaded, p1 was invalidated, and then the old page arrived. It must not be given to anybody else.");
    }

    [Test]
    public async Task Does_not_mix_up_an_old_page_with_one_loaded_since()
    {
        var old = new TaskCompletionSource<string>();
        var begun = new TaskCompletionSource();
        var late = _one.GetAsync("/tea", ["p1"], () =>
        {
            begun.SetResult();
            return old.Task;
        });
        await begun.Task;
        _price = 2;
        await _two.InvalidateAsync("p1");
        await GetAsync("/tea", "p1");
        old.SetResult("/tea at price 1");
        await late;

        (await GetAsync("/tea", "p1")).ShouldBe("/tea at price 2", "The old page arrived after the new one was cached.");
    }

    [Test]
    public async Task Loads_again_after_300_seconds()
    {
        await GetAsync("/tea", "p1");
        await GetAsync("/about");
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(200));
        await GetAsync("/tea", "p1");
        await GetAsync("/about");
        (Loads("/tea"), Loads("/about")).ShouldBe((1, 1), "Times that /tea and /about were loaded within 200 s.");

        await Redis.PassTimeAsync(TimeSpan.FromSeconds(101));
        await GetAsync("/tea", "p1");
        await GetAsync("/about");

        (Loads("/tea"), Loads("/about")).ShouldBe((2, 2), "Times that /tea and /about were loaded, 301 s after the first time. They were read at 200 s.");
    }

    [Test]
    public async Task Knows_a_tag_as_long_as_any_of_its_pages_lives()
    {
        await GetAsync("/tea", "p1");
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(250));
        await GetAsync("/sale", "p1");
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(200));
        _price = 2;
        await _one.InvalidateAsync("p1");

        (await GetAsync("/sale", "p1")).ShouldBe("/sale at price 2", "/sale was cached 250 s after the first page with the tag p1. 200 s later p1 was invalidated.");
    }

    [Test]
    public async Task Keeps_pages_invalid_for_as_long_as_they_would_have_lived()
    {
        await GetAsync("/tea", "p1");
        await _one.InvalidateAsync("p1");
        _price = 2;
        for (var minute = 1; minute <= 4; minute++)
            await Redis.PassTimeAsync(TimeSpan.FromSeconds(60));

        (await GetAsync("/tea", "p1")).ShouldBe("/tea at price 2", "p1 was invalidated four minutes ago, and /tea has been invalid since.");
    }

    [Test]
    public async Task Leaves_no_key_without_an_expiry()
    {
        await GetAsync("/tea", "p1", "p2");
        await _one.InvalidateAsync("p1");
        await _one.InvalidateAsync("nobody's");
        await GetAsync("/tea", "p1", "p2");
        await GetAsync("/about");

        foreach (var key in await Redis.KeysAsync())
        {
            if (await Redis.TimeToLiveAsync(key) is not { } left)
                Assert.Fail("There is a key without an expiry: it would live for ever.\nLook at what you keep for pages, for tags, and for a tag that was invalidated.");
            else
                Math.Round(left.TotalSeconds).ShouldBeLessThanOrEqualTo(600, "Seconds that the longest-lived key has to live.");
        }
    }

    [Test]
    public async Task Caches_nothing_when_loading_fails()
    {
        _shop.FailOnce(new TimeoutException("the database is busy"));

        await Should.ThrowAsync<TimeoutException>(() => GetAsync("/tea", "p1"));

        (await GetAsync("/tea", "p1")).ShouldBe("/tea at price 1", "The next call tries again.");
    }

    [Test]
    public async Task Keeps_an_empty_page_and_pages_of_several_lines()
    {
        foreach (var text in new[] { "", "\n", "one\ntwo\n\nfour", "a|b:c" })
        {
            await _one.GetAsync("page " + text, ["p1", "p2"], () => Task.FromResult(text));
            var again = await _two.GetAsync("page " + text, ["p1", "p2"], () => Task.FromResult("loaded again"));
            again.ShouldBe(text, "From the cache, on another server.");
        }
    }

    private Task<string> GetAsync(string path, params string[] tags) => _one.GetAsync(path, tags, () => _shop.LoadAsync(path));

    private int Loads(string path) => _shop.Keys.Count(key => key == path);
}
