using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Containers;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines.Containers;

public sealed class ContainerModesTests
{
    [TestCase(null, ContainerMode.Run)]
    [TestCase("", ContainerMode.Run)]
    [TestCase("on", ContainerMode.Run)]
    [TestCase(" Reuse ", ContainerMode.Reuse)]
    [TestCase("off", ContainerMode.Off)]
    public void Reads_the_word(string? word, ContainerMode mode) => ContainerModes.Read(word).ShouldBe(mode);

    [Test]
    public void Another_word_is_told_with_those_that_there_are() =>
        Should.Throw<TroubleException>(() => ContainerModes.Read("resue")).Message.ShouldBe(
            "DBKATAS_CONTAINERS is \"resue\". It can be on (a container for each run), reuse (one that stays) or off.");
}
