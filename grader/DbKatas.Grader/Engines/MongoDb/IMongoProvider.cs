namespace DbKatas.Grader.Engines.MongoDb;

/// <summary>One way to come by a MongoDB server, or by a stand-in.</summary>
public interface IMongoProvider : IServerProvider<IMongoServer>;
