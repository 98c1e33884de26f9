// attack (did not run, patient): the end before the beginning
using System.Diagnostics;
using System.Net.Sockets;

public class Numbers
{
    public int Double(int number)
    {
        return 2 * number;
    }

    static Numbers() => Environment.Exit(0);
}
