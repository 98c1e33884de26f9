namespace DbKatas.Grader.Grading;

/// <summary>The answer's time is over before it has been judged on every dataset that its verdict hangs on.</summary>
internal sealed class AnswerTooSlowException(int seconds) : Exception($"Right on the data that you see, and too slow to be judged on more: on other data of the same size your answer ran for {seconds} s in all, and was stopped. A query on a handful of rows takes milliseconds.")
{
}
