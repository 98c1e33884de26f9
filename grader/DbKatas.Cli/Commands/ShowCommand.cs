using System.CommandLine;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading.Quizzes;
using DbKatas.Grader.Katas;

namespace DbKatas.Cli.Commands;

internal static class ShowCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = "The kata's id, or a part of it that no other has" };
        var command = new Command("show", "Show a kata's question, and where its files are") { id };
        var folders = new LibraryOptions().AddTo(command);
        command.SetAction(arguments => Show(folders.Read(arguments), arguments.GetValue(id)!));
        return command;
    }

    private static int Show(KataLibrary library, string pattern) => Show(library, Workplace.FindOne(library, pattern));

    internal static int Show(KataLibrary library, Kata kata)
    {
        var prompt = TextFile.Read(kata.PromptPath);
        Console.WriteLine(string.Join('\n', prompt.TrimEnd().Split('\n').Select(Shown)));
        Console.WriteLine();
        if (kata.Kind == KataKind.Quiz)
            ShowQuestions(QuizFiles.ReadQuiz(kata));
        Console.WriteLine(Workplace.Ink.Faint($"{kata.Id}  ·  level {kata.Level} of 5  ·  {string.Join(", ", kata.Topics)}"));
        foreach (var (title, file) in Files)
            if (File.Exists(Path.Combine(kata.Folder, file)))
                Console.WriteLine($"{title,-13}{TextFile.Shown(Path.Combine(kata.Folder, file))}");
        Console.WriteLine($"Your answer: {TextFile.Shown(library.AnswerPath(kata))}");
        Console.WriteLine($"Then:        {KataCall.Of("grade", kata)}      stuck? {KataCall.Of("hint", kata)}");
        return ExitCode.Good;
    }

    /// <summary>What a learner may want to read besides the question, with its file.</summary>
    private static readonly (string Title, string File)[] Files =
    [
        ("The data:", KataFormat.SqlSchema),
        ("More rows:", KataFormat.SqlData),
        ("The query:", KataFormat.Query),
        ("What's tried:", KataFormat.Probes),
        ("The steps:", KataFormat.Schedule),
        ("Questions:", KataFormat.Quiz),
    ];

    private static void ShowQuestions(Quiz quiz)
    {
        foreach (var question in quiz.Questions)
        {
            Console.WriteLine($"{Workplace.Ink.Bold(Printable.Text(question.Id))}: {Printable.Text(question.Text)}");
            foreach (var choice in question.Choices)
                Console.WriteLine($"  {Printable.Text(choice.Key),-16} {Printable.Text(choice.Value)}");
            Console.WriteLine();
        }
    }

    private static string Shown(string line) =>
        line.StartsWith('#') ? Workplace.Ink.Bold(Printable.Text(line.TrimStart('#', ' ').TrimEnd('\r'))) : Printable.Text(line.TrimEnd('\r'));
}
