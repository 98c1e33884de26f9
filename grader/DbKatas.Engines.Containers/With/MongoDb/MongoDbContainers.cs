using DbKatas.Grader.Engines.MongoDb;

namespace DbKatas.Engines.Containers;

/// <summary>The ways to MongoDB in a container.</summary>
internal static class MongoDbContainers
{
    public static IMongoProvider[] Ways(Func<ContainerStarter> starter) => [new ContainerMongoDbProvider(starter)];
}
