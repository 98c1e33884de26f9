using DbKatas.Grading;
using NUnit.Framework;

/// <summary>Stops the servers when the run ends.</summary>
[SetUpFixture]
#pragma warning disable CA1050 // Outside every namespace, so that it is for the whole run: the topics' fixtures have namespaces of their own.
public sealed class ServersOfTheRun
#pragma warning restore CA1050
{
    [OneTimeTearDown]
    public static async Task StopAsync() => await GradingRun.Grader.DisposeAsync();
}
