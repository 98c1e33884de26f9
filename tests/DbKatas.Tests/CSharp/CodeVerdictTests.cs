using DbKatas.Grader.Grading;
using NUnit.Framework;

namespace DbKatas.Tests.CSharp;

/// <summary>What a learner reads of an honest answer: right, not right yet, or one that does not compile.</summary>
[Parallelizable(ParallelScope.Children)]
public class CodeVerdictTests
{
    private static IEnumerable<TestCaseData> Answers()
    {
        TestCaseData Case(string name, Outcome outcome, string body) =>
            new TestCaseData(name, outcome, body.StartsWith('=') ? $"public class Numbers\n{{\n    public int Double(int number) {body}\n}}" : body).SetArgDisplayNames(name);

        yield return Case("right", Outcome.Right, "=> 2 * number;");
        yield return Case("right-with-byte-order-mark", Outcome.Right, "\uFEFFpublic class Numbers { public int Double(int number) => 2 * number; }");
        yield return Case("right-in-the-newest-csharp", Outcome.Right, "=> new Twice { Number = number }.Number; } class Twice { public int Number { get => 2 * field; set; }");
        yield return Case("stub", Outcome.NotStarted, "=> throw new NotImplementedException();");
        yield return Case("wrong-value", Outcome.NotYet, "=> number * number;");
        yield return Case("one-method-not-written", Outcome.NotYet, "=> Twice(number);\n    private int Twice(int number) => throw new NotImplementedException();");
        yield return Case("throws", Outcome.NotYet, "=> number == 0\n        ? 0\n        : throw new InvalidOperationException(\"no\\u001b[31m such number\");");
        yield return Case("throws-in-the-framework", Outcome.NotYet, "=> int.Parse(\"twice \" + number);");
        yield return Case("throws-within-a-task", Outcome.NotYet, "=> Task.Run(() => 2 / (number - number)).Result;");
        yield return Case("throws-in-a-static-constructor", Outcome.NotYet, "=> Table.Of(number); } static class Table { static int[] Values = new[] { 1 }[..2]; public static int Of(int n) => Values[n];");
        yield return Case("syntax-error", Outcome.DidNotRun, "=> 2 * ;");
        yield return Case("type-error", Outcome.DidNotRun, "=> \"2\" * number;");
        yield return Case("several-errors", Outcome.DidNotRun, "=> 0;\n    public int Triple()\n    {\n        int twice = \"a\";\n        var sum = a + b;\n        retrun c;\n        return d.e;\n    ");
        yield return Case("unknown-package", Outcome.DidNotRun, "using Newtonsoft.Json;\npublic class Numbers { public int Double(int number) => 2 * number; }");
        yield return Case("misleading-line-directive", Outcome.DidNotRun, "#line 999 \"/etc/passwd\"\npublic class Numbers { public int Double(int number) => 2 * nmber; }");
        yield return Case("method-renamed", Outcome.DidNotRun, "public class Numbers { public int Twice(int number) => 2 * number; }");
        yield return Case("class-missing", Outcome.DidNotRun, "public class Number { public int Double(int number) => 2 * number; }");
        yield return Case("top-level-statements", Outcome.DidNotRun, "Console.WriteLine(2 * 21);");
        yield return Case("prints", Outcome.NotYet, "{\n        Console.WriteLine($\"doubling {number}\");\n        return number;\n    }".Insert(0, "=> Print(number);\n    int Print(int number)\n    "));
    }

    [TestCaseSource(nameof(Answers))]
    public async Task Says_what_happened(string name, Outcome outcome, string answer)
    {
        using var library = new TinyLibrary().WithCodeKata();

        await CodeCase.ShouldSayAsync(library, name, outcome, answer);
    }

    [Test]
    public async Task Says_that_the_checks_do_not_compile()
    {
        using var library = new TinyLibrary().WithCodeKata(checks: "public class Checks { int x = y; }");

        await CodeCase.ShouldSayAsync(library, "checks-do-not-compile", Outcome.Trouble, "public class Numbers { public int Double(int number) => 2 * number; }");
    }

    [Test]
    public async Task Says_that_there_are_no_checks()
    {
        using var library = new TinyLibrary().WithCodeKata(checks: "public class Checks { }");

        await CodeCase.ShouldSayAsync(library, "no-checks", Outcome.Trouble, "public class Numbers { public int Double(int number) => 2 * number; }");
    }

    [Test]
    public async Task Says_that_the_checks_ask_for_another_engine()
    {
        const string checks = """
            using DbKatas.Checks;
            using NUnit.Framework;
            public class Checks : RedisChecks { [Test] public void Doubles() => new Numbers().Double(0); }
            """;
        using var library = new TinyLibrary().WithCodeKata(checks);

        await CodeCase.ShouldSayAsync(library, "another-engine", Outcome.Trouble, "public class Numbers { public int Double(int number) => 2 * number; }");
    }
}
