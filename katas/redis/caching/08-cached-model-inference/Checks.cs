using System.Security.Cryptography;
using System.Text;
using DbKatas.Checks;
using NUnit.Framework;
using Shouldly;
using StackExchange.Redis;

namespace Redis.CachedInference;

public class Checks : RedisChecks
{
    private readonly List<string> _asked = [];
    private EmbeddingCache _cache = null!;

    /// <summary>What the model gives instead of what it should.</summary>
    private Func<IReadOnlyList<string>, IReadOnlyList<float[]>>? _instead;

    [SetUp]
    public void Begin()
    {
        _asked.Clear();
        _instead = null;
        _cache = Cache("small-1");
    }

    [Test]
    public async Task Gives_one_vector_for_each_text_in_their_order()
    {
        await ShouldGiveAsync("tea", "coffee", "cocoa");
        _asked.ShouldBe(["tea | coffee | cocoa"], "The calls of embed, each with its texts.");
    }

    [Test]
    public async Task Asks_the_model_only_for_what_is_missing()
    {
        await ShouldGiveAsync("tea", "coffee");
        await ShouldGiveAsync("milk", "coffee", "cocoa", "tea", "water");
        await ShouldGiveAsync("tea", "milk");

        _asked.ShouldBe(["tea | coffee", "milk | cocoa | water"], "The calls of embed, each with its texts.");
    }

    [Test]
    public async Task Asks_for_the_same_text_once()
    {
        await ShouldGiveAsync("tea", "coffee", "tea", "tea", "coffee");

        _asked.ShouldBe(["tea | coffee"], "The calls of embed, each with its texts.");
    }

    [Test]
    public async Task Asks_nobody_for_an_empty_list()
    {
        (await _cache.EmbedAsync([])).ShouldBeEmpty();

        _asked.ShouldBeEmpty("The calls of embed for no text at all.");
    }

    [Test]
    public async Task Tells_texts_apart_to_the_letter()
    {
        string[] texts = ["tea", "Tea", "tea ", " tea", "", " ", "tea\n", "thé", "the\u0301"];
        await ShouldGiveAsync(texts);
        await ShouldGiveAsync(texts);

        _asked.Count.ShouldBe(1, "Calls of embed for nine different texts, asked for twice.");
        (await Redis.KeysAsync()).Count.ShouldBe(9, "Keys in Redis for nine different texts.");
    }

    [Test]
    public async Task Keeps_a_vector_under_the_hash_of_its_text()
    {
        await ShouldGiveAsync("What is tea?");

        var expected = KeyOf("small-1", "What is tea?");
        if (!(await Redis.KeysAsync()).SequenceEqual([expected]))
            Assert.Fail($"""
                After EmbedAsync of "What is tea?" Redis should hold one key, made with SHA-256:
                {expected}
                """);
    }

    [Test]
    public async Task Keeps_four_bytes_for_each_number()
    {
        await ShouldGiveAsync("tea");

        var bytes = (byte[]?)await Redis.Look.StringGetAsync(KeyOf("small-1", "tea"));
        bytes.ShouldNotBeNull("There is nothing under the key for tea.");
        Convert.ToHexStringLower(bytes).ShouldBe(Convert.ToHexStringLower(BytesOf(VectorOf("small-1", "tea"))), "The value for tea, in hexadecimal digits.");
    }

    [Test]
    public async Task Uses_what_another_service_has_cached()
    {
        float[] vector = [0.1f, -1.5f, float.Epsilon, 3e38f];
        await Redis.Look.StringSetAsync(KeyOf("small-1", "Grüße"), BytesOf(vector), TimeSpan.FromHours(1));

        (await _cache.EmbedAsync(["Grüße"])).Single().ShouldBe(vector);
        _asked.ShouldBeEmpty("The calls of embed: another service had cached the vector.");
    }

    [Test]
    public async Task Tells_models_apart()
    {
        await ShouldGiveAsync("tea");
        var large = await Cache("large-2").EmbedAsync(["tea"]);

        large.Single().ShouldBe(VectorOf("large-2", "tea"), "The vector of another model.");
    }

    [Test]
    public async Task Looks_all_texts_up_with_one_command()
    {
        await ShouldGiveAsync("tea", "coffee");
        var before = await Redis.CommandsAsync();
        await ShouldGiveAsync([.. Enumerable.Range(0, 50).Select(number => $"text {number}")]);

        var after = await Redis.CommandsAsync();
        long Sent(string command) => after.GetValueOrDefault(command) - before.GetValueOrDefault(command);
        (Sent("get"), Sent("mget")).ShouldBe((0, 1), "How often GET and MGET were sent for fifty texts.");
    }

    [Test]
    public async Task Lets_vectors_live_for_a_day()
    {
        await ShouldGiveAsync("tea", "coffee");
        await Redis.PassTimeAsync(TimeSpan.FromHours(20));
        await ShouldGiveAsync("tea", "coffee");
        _asked.Count.ShouldBe(1, "Calls of embed within 20 hours.");

        await Redis.PassTimeAsync(TimeSpan.FromHours(4.1));
        await ShouldGiveAsync("tea", "coffee");
        _asked.Count.ShouldBe(2, "Calls of embed after 24 hours. The vectors were read after 20.");
    }

    [Test]
    public async Task Gives_every_key_its_expiry_with_the_value()
    {
        var before = await Redis.CommandsAsync();
        await ShouldGiveAsync("tea", "coffee");

        foreach (var key in await Redis.KeysAsync())
        {
            if (await Redis.TimeToLiveAsync(key) is null)
                Assert.Fail("There is a key without an expiry: it would live for ever.");
        }
        if ((await Redis.CommandsAsync(before)).Any(command => command is "expire" or "pexpire"))
            Assert.Fail("""
                Redis was sent EXPIRE, a command of its own. Should the program end just before it, the
                vector stays for ever. SET can carry the expiry.
                """);
    }

    [Test]
    public async Task Caches_nothing_when_the_model_fails()
    {
        _instead = _ => throw new TimeoutException("the model is busy");
        await Should.ThrowAsync<TimeoutException>(() => _cache.EmbedAsync(["tea", "coffee"]));

        (await Redis.KeysAsync()).ShouldBeEmpty("After a failure nothing is cached.");
        _instead = null;
        await ShouldGiveAsync("tea", "coffee");
    }

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(0)]
    public async Task Refuses_another_number_of_vectors(int count)
    {
        _instead = _ => [.. Enumerable.Range(0, count).Select(number => new float[] { number, 1, 2 })];
        await Should.ThrowAsync<InvalidOperationException>(() => _cache.EmbedAsync(["tea", "coffee"]));

        (await Redis.KeysAsync()).ShouldBeEmpty("The model was asked for two vectors and gave another number: nobody knows which belongs to which text.");
    }

    private EmbeddingCache Cache(string model) => new(Redis.Database, model, async texts =>
    {
        _asked.Add(string.Join(" | ", texts));
        await Task.Yield();
        return _instead is null ? [.. texts.Select(text => VectorOf(model, text))] : _instead(texts);
    });

    private async Task ShouldGiveAsync(params string[] texts)
    {
        var vectors = await _cache.EmbedAsync(texts);
        vectors.Count.ShouldBe(texts.Length, "Vectors for so many texts.");
        foreach (var (text, vector) in texts.Zip(vectors))
            vector.ShouldBe(VectorOf("small-1", text), $"The vector of \"{text}\".");
    }

    /// <summary>Three numbers that only this text has with this model, none of them with a short decimal form.</summary>
    private static float[] VectorOf(string model, string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{model}\n{text}"));
        return [BitConverter.ToUInt16(hash, 0) / 7f, -BitConverter.ToUInt16(hash, 2) / 3e9f, BitConverter.ToUInt16(hash, 4) * 1.1e20f];
    }

    private static string KeyOf(string model, string text) => $"embedding:{model}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static byte[] BytesOf(float[] vector) => [.. vector.SelectMany(BitConverter.GetBytes)];
}
