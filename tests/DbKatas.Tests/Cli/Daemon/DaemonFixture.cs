using NUnit.Framework;

namespace DbKatas.Tests.Cli.Daemon;

/// <summary>Tests in a clone whose daemons are its own; none outlives its test.</summary>
public abstract class DaemonFixture
{
    private protected DaemonClone Clone { get; private set; } = null!;

    [SetUp]
    public async Task MakeAsync() => Clone = await DaemonClone.MakeAsync();

    [TearDown]
    public void Dispose() => Clone.Dispose();
}
