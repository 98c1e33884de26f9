using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Progress;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Progress;

/// <summary>What is remembered of a learner: an outcome as long as the answer is the same, hints, and nothing that a damaged file says.</summary>
public sealed class ProgressLogTests
{
    private const string File = ".dbkatas/progress/sql/test/01-kata.json";

    private TinyLibrary _library = null!;

    private Kata Kata => _library.Catalog.Katas[0];

    private string Answer => _library.Library.AnswerPath(Kata);

    private ProgressLog Log => ProgressLog.Of(_library.Library);

    [SetUp]
    public void Begin() => _library = new TinyLibrary().WithKata();

    [TearDown]
    public void End() => _library.Dispose();

    [Test]
    public void An_outcome_is_remembered_until_the_answer_changes([Values(Outcome.Right, Outcome.NotYet, Outcome.DidNotRun)] Outcome outcome)
    {
        Log.Record(new Verdict { Id = Kata.Id, Kata = Kata, AnswerPath = Answer, Outcome = outcome });
        Log.OutcomeOf(Kata, Answer).ShouldBe(outcome);

        System.IO.File.AppendAllText(Answer, "-- more\n");
        Log.OutcomeOf(Kata, Answer).ShouldBe(Outcome.NotStarted);
    }

    [Test]
    public void Trouble_is_nothing_to_remember()
    {
        Log.Record(new Verdict { Id = Kata.Id, Kata = Kata, AnswerPath = Answer, Outcome = Outcome.Trouble });

        System.IO.File.Exists(Path.Combine(_library.Root, File)).ShouldBeFalse();
    }

    [Test]
    public void What_an_earlier_build_wrote_is_read_and_kept()
    {
        _library.Write(File, """
            {
              "outcome": null,
              "answerHash": null,
              "hintsShown": 2
            }
            """);
        Log.Read(Kata).ShouldBe(new ProgressEntry(HintsShown: 2));

        Log.Record(new Verdict { Id = Kata.Id, Kata = Kata, AnswerPath = Answer, Outcome = Outcome.NotYet });
        Log.Read(Kata).HintsShown.ShouldBe(2);
        var hash = Log.Read(Kata).AnswerHash;
        System.IO.File.ReadAllText(Path.Combine(_library.Root, File)).ShouldBe($"{{\n  \"outcome\": {(int)Outcome.NotYet},\n  \"answerHash\": \"{hash}\",\n  \"hintsShown\": 2\n}}\n");
    }

    [Test]
    public void A_damaged_file_counts_as_nothing(
        [Values("", "{", "[]", "null", "{\"outcome\": \"right\"}", "{\"hintsShown\": 1.5}", "{\"answerHash\": 7}", "{\"outcome\": 99999999999}")] string text)
    {
        _library.Write(File, text);

        Log.Read(Kata).ShouldBe(new ProgressEntry());
        Log.OutcomeOf(Kata, Answer).ShouldBe(Outcome.NotStarted);
    }
}
