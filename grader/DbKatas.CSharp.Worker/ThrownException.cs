using System.Diagnostics;

namespace DbKatas.CSharp.Worker;

/// <summary>Reads an exception as a learner needs it: the innermost cause, and the first line of the answer on its way.</summary>
internal static class ThrownException
{
    public static CheckResult Describe(string check, Exception thrown, string answerPath)
    {
        var cause = thrown;
        while (cause is AggregateException or System.Reflection.TargetInvocationException && cause.InnerException is { } inner)
            cause = inner;
        var line = LineOf(cause, answerPath);
        return new CheckResult(check, false, cause.GetType().FullName ?? cause.GetType().Name, MessageOf(cause), line > 0 ? line : LineOf(thrown, answerPath));
    }

    /// <summary>An exception's class may be the answer's own, and its message may do anything.</summary>
    private static string MessageOf(Exception thrown)
    {
        try
        {
            return thrown.Message;
        }
        catch (Exception)
        {
            return "";
        }
    }

    private static int LineOf(Exception? thrown, string answerPath)
    {
        for (; thrown is not null; thrown = thrown.InnerException)
            if (new StackTrace(thrown, fNeedFileInfo: true).GetFrames().FirstOrDefault(frame => frame.GetFileName() == answerPath) is { } frame)
                return frame.GetFileLineNumber();
        return 0;
    }
}
