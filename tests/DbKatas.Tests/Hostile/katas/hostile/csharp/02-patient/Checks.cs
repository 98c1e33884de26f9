using NUnit.Framework;
using Shouldly;

public class Checks
{
    [Test]
    public void Doubles_a_number() => new Numbers().Double(21).ShouldBe(42);
}
