using DbKatas.Grader.Grading;
using NUnit.Framework;

namespace DbKatas.Tests.Grading;

/// <summary>Kind quiz: outcomes and every word. No server is asked.</summary>
[Parallelizable(ParallelScope.Children)]
public class QuizWordsTests
{
    private const string Quiz = """
        { "questions": [
          { "id": "first", "ask": "Which is the first letter?", "choices": { "a": "The letter A", "b": "The letter B" } },
          { "id": "last", "ask": "And the last?", "choices": { "y": "The letter Y", "z": "The letter Z", "omega": "The letter Ω" } }
        ] }
        """;

    private const string Key = """{ "first": "a", "last": "z" }""";

    private const string Reasons = """{ "first": { "b": "B comes second." }, "last": { "y": "Y comes before Z.", "omega": "That is the last letter in Greek." } }""";

    private static IEnumerable<TestCaseData> Answers()
    {
        TestCaseData Case(string name, Outcome outcome, string json) => new TestCaseData(name, outcome, json).SetArgDisplayNames(name);

        yield return Case("quiz-right", Outcome.Right, """{ "first": "a", "last": "z" }""");
        yield return Case("quiz-right-with-comments", Outcome.Right, "{ // mine\n \"last\": \" z\",\n \"first\": \"a\",\n}");
        yield return Case("quiz-untouched", Outcome.NotStarted, """{ "first": null, "last": null }""");
        yield return Case("quiz-empty-file", Outcome.NotStarted, "");
        yield return Case("quiz-partly-and-right", Outcome.NotYet, """{ "first": "a", "last": null }""");
        yield return Case("quiz-partly-and-wrong", Outcome.NotYet, """{ "first": "b" }""");
        yield return Case("quiz-one-wrong", Outcome.NotYet, """{ "first": "a", "last": "omega" }""");
        yield return Case("quiz-all-wrong", Outcome.NotYet, """{ "first": "b", "last": "y" }""");
        yield return Case("quiz-unknown-question", Outcome.DidNotRun, """{ "frist": "a", "last": "z" }""");
        yield return Case("quiz-unknown-choice", Outcome.DidNotRun, """{ "first": "c", "last": "omgea" }""");
        yield return Case("quiz-number-for-a-choice", Outcome.DidNotRun, """{ "first": 1, "last": ["z"] }""");
        yield return Case("quiz-question-twice", Outcome.DidNotRun, """{ "first": "a", "first": "b" }""");
        yield return Case("quiz-not-json", Outcome.DidNotRun, "{\n  \"first\": \"a\"\n  \"last\": \"z\"\n}");
        yield return Case("quiz-ends-too-early", Outcome.DidNotRun, "{ \"first\": \"ä");
        yield return Case("quiz-not-an-object", Outcome.DidNotRun, "[\"a\", \"z\"]");
        yield return Case("quiz-nested-without-end", Outcome.DidNotRun, new string('[', 5000));
        yield return Case("quiz-control-characters", Outcome.DidNotRun, "{ \"\\u001b[31mfirst\": \"a\" }");
    }

    [TestCaseSource(nameof(Answers))]
    public async Task Says_what_became_of_the_choices(string name, Outcome outcome, string json)
    {
        using var kata = Case(Quiz, Key, Reasons);

        await kata.ShouldSayAsync(name, outcome, json);
    }

    [TestCase("quiz-file-without-questions", "{}", Key, Reasons)]
    [TestCase("quiz-file-not-json", "{ questions }", Key, Reasons)]
    [TestCase("quiz-file-one-choice", """{ "questions": [ { "id": "first", "ask": "?", "choices": { "a": "A" } } ] }""", Key, Reasons)]
    [TestCase("quiz-key-incomplete", Quiz, """{ "first": "a" }""", Reasons)]
    [TestCase("quiz-reason-missing", Quiz, Key, """{ "first": { "b": "B comes second." }, "last": { "y": "Y comes before Z." } }""")]
    public async Task Says_what_is_wrong_with_a_quiz(string name, string quiz, string key, string reasons)
    {
        using var kata = Case(quiz, key, reasons);

        await kata.ShouldSayAsync(name, Outcome.Trouble, """{ "first": "a" }""");
    }

    private static KindCase Case(string quiz, string key, string reasons) =>
        new KindCase("quiz").With("quiz.json", quiz).With("answer.json", "{}").WithSolution("answer.json", key).WithSolution("reasons.json", reasons);
}
