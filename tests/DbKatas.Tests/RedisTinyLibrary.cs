namespace DbKatas.Tests;

/// <summary>Adds Redis katas to a tiny library.</summary>
internal static class RedisTinyLibrary
{
    public const string Id = "redis/test/01-kata";

    /// <param name="library">Where to.</param>
    /// <param name="seed">The commands that load the data.</param>
    /// <param name="reference">The commands of the reference answer.</param>
    /// <param name="more">Further keys of kata.json, or null.</param>
    public static TinyLibrary WithRedisKata(this TinyLibrary library, string seed, string reference, string? more = null)
    {
        var tail = more is null ? "" : ", " + more;
        library.Write($"katas/{Id}/kata.json", $$"""{ "title": "A kata", "engines": ["redis"], "kind": "state", "level": 1, "topics": ["test"]{{tail}} }""");
        library.Write($"katas/{Id}/prompt.md", "# A kata\n");
        library.Write($"katas/{Id}/seed.redis", seed);
        library.Write($"katas/{Id}/answer.redis", "# TODO: answer\n");
        library.Write($"solutions/{Id}/answer.redis", reference);
        return library;
    }
}
