using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Feed;

/// <summary>eng/Feed.*: what a limited package feed lacks is left out, without a word from the learner.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class PackageFeedTests
{
    [Test]
    public async Task What_the_feed_lacks_is_left_out_by_the_very_command_that_asks()
    {
        using var clone = new FeedClone();
        clone.Publish("StackExchange.Redis", "1.2.6");

        var run = await clone.RestoreAsync("Tiny.slnx", "-p:NeedsRedis=true");

        run.ExitCode.ShouldBe(0, run.Output);
        run.Errors.ShouldMatch(
            """This package feed lacks Testcontainers \d+\.\d+\.\d+ \(private servers grade instead of containers\), """
            + """MongoDB\.Driver \d+\.\d+\.\d+ \(a stand-in for MongoDB grades\), StackExchange\.Redis \d+\.\d+\.\d+ \(1\.2\.6 is used\), """
            + """Microsoft\.NETCore\.App\.Crossgen2\.[a-z0-9-]+ \d+\.\d+\.\d+ \(commands take a little longer\)\.""");
        clone.Restored.ShouldContain("\"StackExchange.Redis/1.2.6\"");
        clone.Restored.ShouldNotContain("\"Testcontainers/");
    }

    [Test]
    public async Task The_answer_is_kept_until_another_version_is_wanted()
    {
        using var clone = new FeedClone();
        await clone.RestoreAsync("tiny/Tiny.csproj");
        clone.Publish("Testcontainers", "77.0.0");

        (await clone.RestoreAsync("tiny/Tiny.csproj")).Errors.ShouldNotContain("package feed");
        clone.Answer.ShouldContain("<HasTestcontainers>false</HasTestcontainers>");

        clone.WantTestcontainers("77.0.0");
        (await clone.RestoreAsync("tiny/Tiny.csproj")).Errors.ShouldContain("This package feed lacks MongoDB.Driver");
        clone.Answer.ShouldContain("<HasTestcontainers>true</HasTestcontainers>");
        clone.Restored.ShouldContain("\"Testcontainers/77.0.0\"");
    }

    [Test]
    public async Task A_feed_that_does_not_answer_is_asked_again_the_next_time()
    {
        using var clone = new FeedClone();
        clone.WantTestcontainers("77.0.0");
        clone.UseFeed(FeedClone.NoNetwork);

        var offline = await clone.RestoreAsync("tiny/Tiny.csproj");

        offline.ExitCode.ShouldBe(0, offline.Output);
        offline.Errors.ShouldMatch(
            @"The package feed did not say whether it has Testcontainers, MongoDB\.Driver, StackExchange\.Redis, Microsoft\.NETCore\.App\.Crossgen2\.[a-z0-9-]+\. "
            + "They are left out this time, and it is asked again the next.");
        clone.IsUnsure.ShouldBeTrue();

        clone.UseFeed(clone.FolderFeed);
        clone.Publish("Testcontainers", "77.0.0");
        var online = await clone.RestoreAsync("tiny/Tiny.csproj");

        online.ExitCode.ShouldBe(0, online.Output);
        clone.IsUnsure.ShouldBeFalse();
        clone.Restored.ShouldContain("\"Testcontainers/77.0.0\"");
    }

    [Test]
    public async Task Commands_that_ask_at_the_same_time_leave_one_whole_answer()
    {
        using var clone = new FeedClone();
        clone.WantTestcontainers("77.0.0");
        clone.Publish("Testcontainers", "77.0.0");

        var runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => clone.AskAsync()));

        runs.ShouldAllBe(run => run.ExitCode == 0);
        var answer = System.Xml.Linq.XDocument.Parse(clone.Answer).Descendants().Where(element => !element.HasElements);
        answer.Select(element => $"{element.Name}={element.Value}").ShouldBe(["HasTestcontainers=true", "HasMongoDbDriver=false", "HasStackExchangeRedis=false", "HasCrossgen2=false"]);
        clone.IsUnsure.ShouldBeFalse();
        clone.IsAsking.ShouldBeFalse("nothing of the asking is left");
        (await clone.RestoreAsync("tiny/Tiny.csproj")).Errors.ShouldNotContain("package feed");
    }
}
