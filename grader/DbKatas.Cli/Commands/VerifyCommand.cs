using System.Collections.Concurrent;
using System.CommandLine;
using System.Threading.Channels;
using DbKatas.Cli.Watching;
using DbKatas.Composition;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Quality;

namespace DbKatas.Cli.Commands;

/// <summary>For authors: proves that katas are good before a class sees them.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var ids = new Argument<string[]>("id") { Description = "Katas by id, topic, track or a part of an id; or all", Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<bool>("--json") { Description = "Print the reports as JSON, and nothing else" };
        var details = new Option<bool>("--details") { Description = "Name the slips that only hidden data tell apart, and why others count as right [default for one kata]" };
        var watch = new Option<bool>("--watch") { Description = "Stay, and verify the kata of each file that is saved" };
        var command = new Command("verify", "For authors: check that katas judge right and wrong answers as they should") { ids, json, details, watch };
        var folders = new LibraryOptions().AddTo(command, answers: false);
        command.SetAction((arguments, cancellation) => arguments.GetValue(watch)
            ? WatchAsync(Workplace.WithSolutions(folders.Read(arguments)), arguments.GetValue(ids) ?? [], arguments.GetValue(json), cancellation)
            : VerifyAsync(Workplace.WithSolutions(folders.Read(arguments)), arguments.GetValue(ids) ?? [], arguments.GetValue(json), arguments.GetValue(details), cancellation));
        return command;
    }

    private static async Task<int> WatchAsync(KataLibrary library, string[] patterns, bool asJson, CancellationToken cancellation)
    {
        if (asJson || patterns.Length > 1)
            throw new TroubleException("--watch shows one kata at a time, on a screen: name the kata to begin with or none, and leave --json out.");
        foreach (var folder in new[] { library.Katas, library.Solutions }.Where(folder => !Directory.Exists(folder)))
            throw new TroubleException($"There is no folder {TextFile.Shown(folder)} to watch. Begin a kata in it with: ./kata new");
        var start = patterns is [var pattern] ? IdOf(KataCatalog.Load(library.Katas), pattern) : null;
        var events = Channel.CreateUnbounded<WatchEvent>();
        await using var verifier = StandardVerifier.For(library);
        using var keys = new WatchKeys(events.Writer);
        using var katas = new AnswerChanges(library.Katas, events.Writer);
        using var solutions = new AnswerChanges(library.Solutions, events.Writer);
        keys.Start();
        using var session = new VerifySession(library, verifier.VerifyAsync, new TerminalScreen(), events) { KeyIsDone = keys.Continue };
        await session.RunAsync(start, cancellation);
        return ExitCode.Good;
    }

    /// <summary>A folder with a fault is a kata to watch as well: its author is at work on it.</summary>
    private static string IdOf(KataCatalog catalog, string pattern) =>
        catalog.Faults.FirstOrDefault(fault => fault.Id == pattern)?.Id ?? Workplace.FindOne(catalog, pattern).Id;

    private static async Task<int> VerifyAsync(KataLibrary library, string[] patterns, bool asJson, bool details, CancellationToken cancellation)
    {
        var catalog = KataCatalog.Load(library.Katas);
        var all = patterns.Length == 0 || patterns.Contains("all");
        var broken = catalog.Faults.Where(fault => all || patterns.Contains(fault.Id)).ToList();
        var katas = all ? catalog.Katas : Workplace.Find(catalog, patterns.Except(broken.Select(fault => fault.Id)));
        var shown = details || katas.Count == 1;
        var reports = KataVerifier.Broken(broken).ToList();
        reports.AddRange(await VerifyAsync(library, katas, shown, cancellation));
        reports.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        Console.WriteLine(asJson ? VerifyJson.Write(reports) : string.Join('\n', reports.Select(report => VerifyText.Write(report, shown, Workplace.Ink))));
        if (!asJson)
            Console.WriteLine("\n" + VerifyText.Summary(reports));
        return reports.All(report => report.IsClean) ? ExitCode.Good : ExitCode.NotYet;
    }

    private static async Task<IEnumerable<KataReport>> VerifyAsync(KataLibrary library, IReadOnlyList<Kata> katas, bool proposeRows, CancellationToken cancellation)
    {
        var reports = new ConcurrentBag<KataReport>();
        await using var verifier = StandardVerifier.For(library, proposeRows, areMany: katas.Count > 1);
        await Parallel.ForEachAsync(katas, AtOnce.Options(cancellation), async (kata, token) => reports.Add(await verifier.VerifyAsync(kata, token)));
        return reports;
    }
}
