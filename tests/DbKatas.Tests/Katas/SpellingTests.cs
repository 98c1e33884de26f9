using DbKatas.Grader.Katas;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Katas;

public class SpellingTests
{
    [TestCase("compair", "compare")]
    [TestCase("titel", "title")]
    [TestCase("LEVEL", "level")]
    [TestCase("x", null)]
    [TestCase("something-else", null)]
    public void Finds_the_word_that_was_meant(string typed, string? meant) =>
        Spelling.Nearest(typed, ["compare", "title", "level", "topics"]).ShouldBe(meant);
}
