using System.Net.Sockets;
using DbKatas.Engines.Redis;
using NUnit.Framework;

namespace DbKatas.Tests.Engines.Redis;

public class RedisDoorTests
{
    [Test]
    public async Task Closes_while_guests_are_coming_in()
    {
        for (var round = 0; round < 300; round++)
        {
            var door = new RedisDoor(_ => Task.FromException<RespConnection>(new IOException("There is no server behind this door.")), 0);
            using var guest = new TcpClient();
            var coming = guest.ConnectAsync(RedisDoor.Host, door.Port);
            if (round % 2 == 0)
                await coming;

            await door.DisposeAsync();

            await coming.ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }
}
