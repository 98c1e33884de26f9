using System.Text.RegularExpressions;
using NUnit.Framework.Interfaces;

namespace DbKatas.CSharp.Worker;

/// <summary>Passes on what NUnit says of single tests. NUnit gives texts, not exceptions, so type and line are read from those.</summary>
internal sealed partial class NUnitListener(ICheckListener listener, string answerPath) : ITestListener
{
    private const string Assertion = "NUnit.Framework.AssertionException";

    public void TestStarted(ITest test)
    {
        if (!test.IsSuite)
            listener.Started(test.Name);
    }

    public void TestFinished(ITestResult result)
    {
        // A suite fails on its own only where the checks are at fault, and then each of its tests says so too.
        if (!result.Test.IsSuite && result.ResultState.Status is TestStatus.Passed or TestStatus.Failed)
            listener.Finished(Read(result));
    }

    public void TestOutput(TestOutput output) { }

    public void SendMessage(TestMessage message) { }

    private CheckResult Read(ITestResult result)
    {
        if (result.ResultState.Status == TestStatus.Passed)
            return new CheckResult(result.Name, true, "", "", 0);
        // Of several (an async void method's exception beside an assertion's) the first is the cause of the others.
        var first = result.AssertionResults.Count > 1 ? result.AssertionResults[0] : null;
        var message = (first is null ? result.Message : first.Message) ?? "";
        // "AggregateException : … ----> InvalidOperationException : …": the last is the cause.
        if (Wrapper().IsMatch(message) && message.LastIndexOf(Arrow, StringComparison.Ordinal) is > 0 and var arrow)
            message = message[(arrow + Arrow.Length)..];
        var type = ErrorType().Match(message) is { Success: true } match ? match : null;
        return new CheckResult(
            result.Name, false, type?.Groups["type"].Value ?? Assertion, type is null ? message : message[type.Length..], Line(first?.StackTrace ?? result.StackTrace ?? ""));
    }

    private const string Arrow = "  ----> ";

    private int Line(string stackTrace)
    {
        var mark = $" in {answerPath}:line ";
        var at = stackTrace.IndexOf(mark, StringComparison.Ordinal);
        if (at < 0)
            return 0;
        var digits = stackTrace.AsSpan(at + mark.Length);
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(end < 0 ? digits : digits[..end], out var line) ? line : 0;
    }

    [GeneratedRegex(@"^(SetUp : |TearDown : |OneTimeSetUp: )?(?<type>[A-Za-z_][\w.+`]*) : ")]
    private static partial Regex ErrorType();

    [GeneratedRegex(@"^System\.(AggregateException|Reflection\.TargetInvocationException|TypeInitializationException) : ")]
    private static partial Regex Wrapper();
}
