using NUnit.Framework;

namespace DbKatas.Benchmarks.Floor;

public class EmptyTest
{
    [Test]
    public void Nothing()
    {
    }
}
