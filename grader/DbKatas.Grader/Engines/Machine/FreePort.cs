using System.Net;
using System.Net.Sockets;

namespace DbKatas.Grader.Engines.Machine;

/// <summary>Asks the system for a port of this machine that nobody uses just now. It can be taken before it is used: try again then.</summary>
internal static class FreePort
{
    public static int Any()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
