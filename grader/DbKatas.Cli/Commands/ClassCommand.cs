using System.CommandLine;
using DbKatas.Classroom.Grading;
using DbKatas.Classroom.Reports;
using DbKatas.Classroom.Submissions;
using DbKatas.Composition;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Katas;

namespace DbKatas.Cli.Commands;

/// <summary>For teachers: grade what a whole class handed in.</summary>
internal static class ClassCommand
{
    public static Command Create() => new("class", "For teachers: grade what a whole class handed in") { Grade(), Merge() };

    private static Command Grade()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "One folder or zip file a student: a clone, its katas folder, or loose answer files" };
        var results = Out("Where the results go; a run that was stopped goes on there [default: DIR-results]");
        var shard = new Option<string?>("--shard") { Description = "Grade one part of the class, as 2/8 for the second of eight; put the parts together with: kata class merge", HelpName = "I/N" };
        var command = new Command("grade", "Grade every student's answers; write report.html, gradebook.csv, results.json and junit.xml") { folder, results, shard };
        var library = new LibraryOptions().AddTo(command, answers: false);
        command.SetAction((arguments, cancellation) => GradeAsync(
            library.Read(arguments), arguments.GetValue(folder)!.FullName, arguments.GetValue(results)?.FullName, Shard.Parse(arguments.GetValue(shard)), cancellation));
        return command;
    }

    private static Command Merge()
    {
        var parts = new Argument<DirectoryInfo[]>("PART") { Description = "The results of each part", Arity = ArgumentArity.OneOrMore };
        var results = Out("Where the whole class's results go");
        results.Required = true;
        var rules = new Option<FileInfo?>("--marks") { Description = "The class.json with the rules for marks [default: a right answer is one mark]", HelpName = "FILE" };
        var command = new Command("merge", "Put the parts of a class together; doing it again changes nothing") { parts, results, rules };
        var library = new LibraryOptions().AddTo(command, answers: false);
        command.SetAction(arguments =>
        {
            var whole = new ClassResults(arguments.GetValue(results)!.FullName);
            ClassMerge.Merge([.. arguments.GetValue(parts)!.Select(part => new ClassResults(part.FullName))], whole);
            var marks = arguments.GetValue(rules) is { } file ? MarkRules.Read(Existing(file), KataCatalog.Load(library.Read(arguments).Katas)) : MarkRules.Plain;
            return Report(whole, marks);
        });
        return command;
    }

    private static Option<DirectoryInfo?> Out(string description) => new("--out") { Description = description, HelpName = "DIR" };

    private static async Task<int> GradeAsync(KataLibrary library, string folder, string? into, Shard shard, CancellationToken cancellation)
    {
        var catalog = KataCatalog.Load(library.Katas);
        var rules = MarkRules.Read(Path.Combine(folder, MarkRules.FileName), catalog);
        var katas = catalog.Syllabus.InOrder(rules.Katas.Count == 0 ? catalog.Katas : Workplace.Find(catalog, rules.Katas));
        var results = new ClassResults(into ?? folder.TrimEnd('/', '\\') + "-results" + (shard == Shard.Whole ? "" : $"-{shard.Number}-of-{shard.Of}"));
        using var handedIn = new ClassFolder(folder, katas);
        var students = handedIn.Students(shard);
        foreach (var student in students.Where(student => student.Fault is not null))
            Console.WriteLine($"{student.Name}: {student.Fault}");
        var sandbox = await Workplace.SandboxAsync(katas, cancellation);
        await LongWork.WatchedAsync("Grading the class", students.Count * katas.Count, async progress =>
        {
            await using var grader = StandardGrader.For(library, sandbox);
            await new ClassRun(library, grader, results) { Progress = progress }.GradeAsync(katas, students, cancellation);
        });
        return Report(results, rules);
    }

    private static int Report(ClassResults results, MarkRules rules)
    {
        foreach (var file in ClassReports.Write(results, rules, DateOnly.FromDateTime(DateTime.Today)))
            Console.WriteLine(TextFile.Shown(file));
        var trouble = results.Students().Sum(student => student.Answers.Count(answer => answer.Outcome == "trouble"));
        if (trouble > 0)
            Console.WriteLine($"{trouble} answers could not be judged, through no fault of theirs; the report says why. Run this again: only they are graded then.");
        return trouble == 0 ? ExitCode.Good : ExitCode.Trouble;
    }

    private static string Existing(FileInfo file) => file.Exists ? file.FullName : throw new TroubleException($"There is no file {file.FullName}. Name the class.json with the rules for marks.");
}
