using System.Net;
using System.Net.Sockets;
using DbKatas.CSharp;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.CSharp;

/// <summary>A client library that forgets a command leaves an answer waiting that is right. One that waits for ever by itself does so again.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class StandstillTests
{
    private const string Checks = """
        using DbKatas.Checks;
        using NUnit.Framework;
        using Shouldly;
        public class Checks : PostgresChecks { [Test] public void Doubles() => new Numbers().Double(21).ShouldBe(42); }
        """;

    [TestCase("=> 2 * number;", 1, Outcome.Right)]
    [TestCase("=> 3 * number;", 1, Outcome.NotYet)]
    [TestCase("=> 2 * number;", 2, Outcome.DidNotRun)]
    [TestCase("{ Thread.Sleep(-1); return 2 * number; }", 0, Outcome.DidNotRun)]
    [TestCase("{ while (true) ; }", 0, Outcome.DidNotRun)]
    public async Task What_stood_still_is_tried_once_more(string body, int standstills, Outcome outcome)
    {
        using var library = new TinyLibrary().WithCodeKata(Checks, seconds: 3);
        using var engine = new SilentAtFirst(new PostgresCheckEngine(TestServers.Postgres), standstills);
        await using var grader = new CodeKataGrader([engine], new SolutionFolders(library.Library.Solutions));
        var path = library.Write("answers/Answer.cs", $"public class Numbers {{ public int Double(int number) {body} }}");
        var blank = new Verdict { Id = "", Kata = library.Catalog.Katas[0], AnswerPath = path, Outcome = Outcome.Trouble };

        (await grader.JudgeAsync(blank, library.Catalog.Katas[0], path, default)).Outcome.ShouldBe(outcome);
        engine.Asked.ShouldBe(body.Contains("while", StringComparison.Ordinal) ? 1 : 1 + Math.Clamp(standstills, body.Contains("Sleep", StringComparison.Ordinal) ? 1 : 0, 1), "An answer that works all the time is no forgotten command.");
    }

    /// <summary>Gives a server that never says anything, so many times, and then the real one.</summary>
    private sealed class SilentAtFirst : ICheckEngine, IDisposable
    {
        private readonly ICheckEngine _real;
        private readonly int _standstills;
        private readonly TcpListener _silence = new(IPAddress.Loopback, 0);

        public SilentAtFirst(ICheckEngine real, int standstills)
        {
            (_real, _standstills) = (real, standstills);
            _silence.Start();
        }

        public int Asked { get; private set; }

        public string Name => _real.Name;

        public Task<string> DescribeAsync(Kata kata, CancellationToken cancellation) => _real.DescribeAsync(kata, cancellation);

        public async Task<ICheckData> ProvideAsync(Kata kata, CancellationToken cancellation) =>
            ++Asked > _standstills ? await _real.ProvideAsync(kata, cancellation) : new Silence(((IPEndPoint)_silence.LocalEndpoint).Port);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        public void Dispose() => _silence.Dispose();
    }

    private sealed class Silence(int port) : ICheckData
    {
        public string ConnectionString => $"Host=127.0.0.1;Port={port};Username=nobody;Password=none;Database=none;Timeout=0;SSL Mode=Disable;GSS Encryption Mode=Disable";

        public DnsEndPoint Place => new("127.0.0.1", port);

        public Task<bool> AnswersAsync(CancellationToken cancellation) => Task.FromResult(true);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
