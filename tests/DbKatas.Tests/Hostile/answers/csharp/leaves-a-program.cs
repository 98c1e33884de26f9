// attack (right, patient): a program that outlives it
using System.Diagnostics;
using System.Net.Sockets;

public class Numbers
{
    public int Double(int number)
    {
        Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "trap '' TERM HUP; exec sleep 600"]) { UseShellExecute = false });
        return 2 * number;
    }
}
