using DbKatas.Grader.Engines.MongoDb;

namespace DbKatas.Engines.Containers;

/// <summary>The ways to MongoDB in a container: none, for the package feed that this was built from lacks MongoDB.Driver.</summary>
internal static class MongoDbContainers
{
    public static IMongoProvider[] Ways(Func<ContainerStarter> starter)
    {
        _ = starter;
        return [];
    }
}
