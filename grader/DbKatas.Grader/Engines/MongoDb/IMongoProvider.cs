namespace DbKatas.Grader.Engines.MongoDb;

/// <summary>One way to come by a MongoDB server, or by a stand-in. Providers are asked in order; the first that has one grades.</summary>
public interface IMongoProvider
{
    /// <returns>A server that has answered, or null when this way is not open on this machine.</returns>
    /// <exception cref="TroubleException">The way is open and yet failed; asking the next provider would hide that from the learner.</exception>
    Task<IMongoServer?> TryStartAsync(CancellationToken cancellation);
}
