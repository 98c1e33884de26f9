// A grader to be killed: starts a private server, says how to reach it, and waits for the tests to end it in one way or another.
// Arguments: postgres, the programs' folder, the cache folder, the data folder; or redis, the program, the servers' folder.
using DbKatas.Engines.Redis.Local;
using DbKatas.Grader.Engines.Machine;
using DbKatas.Grader.Engines.Postgres.Local;

if (args[0] == "redis")
{
    var provider = new LocalRedisProvider(new RedisPrograms([args[1]]), args[2]);
    await using var server = await provider.TryStartAsync(CancellationToken.None);
    Console.WriteLine($"{server!.Address.Place},password={server.Address.Password}");
    Console.In.ReadLine();
}
else
{
    var provider = new LocalServerProvider(new PostgresPrograms([args[1]]), new CacheFolder(args[2]), args[3]);
    await using var server = await provider.TryStartAsync(CancellationToken.None);
    Console.WriteLine(server!.ConnectionString);
    Console.In.ReadLine();
}
