// attack (right, patient): a wait when nobody looks any more
using System.Diagnostics;
using System.Net.Sockets;

public class Numbers
{
    public int Double(int number)
    {
        new Numbers();
        GC.Collect();
        return 2 * number;
    }

    ~Numbers()
    {
        Thread.Sleep(Timeout.Infinite);
    }
}
