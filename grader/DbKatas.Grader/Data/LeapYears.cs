namespace DbKatas.Grader.Data;

/// <summary>Years with a 29 February. 1900 and 2100 have none, and between 1896 and 1904 there are eight years.</summary>
internal static class LeapYears
{
    /// <param name="year">From 4 on.</param>
    /// <returns>The year itself, or the last one before it.</returns>
    public static int UpTo(int year) => Enumerable.Range(0, 8).Select(years => year - years).First(DateTime.IsLeapYear);

    /// <param name="year">Up to 9992.</param>
    /// <returns>The year itself, or the next one after it.</returns>
    public static int From(int year) => Enumerable.Range(year, 8).First(DateTime.IsLeapYear);
}
