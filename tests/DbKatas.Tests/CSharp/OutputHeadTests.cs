using System.IO.Pipelines;
using DbKatas.CSharp;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.CSharp;

/// <summary>What an answer prints and what becomes of its checks come by two ways, and neither waits for the other.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class OutputHeadTests
{
    [Test]
    public async Task What_is_on_its_way_still_is_waited_for()
    {
        var pipe = new Pipe();
        var text = new OutputHead(pipe.Reader.AsStream()).TextAsync();
        await pipe.Writer.WriteAsync("the last "u8.ToArray());
        await pipe.Writer.WriteAsync("word"u8.ToArray());
        text.IsCompleted.ShouldBeFalse();

        await pipe.Writer.CompleteAsync();

        (await text).ShouldBe("the last word");
    }

    [Test]
    public async Task A_pipe_that_nobody_closes_is_not_waited_for_without_end()
    {
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync("all there is"u8.ToArray());

        (await new OutputHead(pipe.Reader.AsStream()).TextAsync()).ShouldBe("all there is");
    }

    [Test]
    public async Task Of_a_flood_the_beginning_is_kept() =>
        (await new OutputHead(new MemoryStream(new byte[1 << 20])).TextAsync()).Length.ShouldBe(4_000);
}
