using DbKatas.Grader.Data;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Data;

public class LeapYearsTests
{
    [TestCase(2026, 2024, 2028)]
    [TestCase(2024, 2024, 2024)]
    [TestCase(2000, 2000, 2000)]
    [TestCase(1900, 1896, 1904)]
    [TestCase(1903, 1896, 1904)]
    [TestCase(2100, 2096, 2104)]
    [TestCase(2097, 2096, 2104)]
    [TestCase(5, 4, 8)]
    public void Centuries_have_a_leap_day_only_once_in_four(int year, int before, int after) =>
        (LeapYears.UpTo(year), LeapYears.From(year)).ShouldBe((before, after));
}
