// attack (did not run): exceptions without an end
using System.Diagnostics;
using System.Net.Sockets;

public class Numbers
{
    public int Double(int number)
    {
        while (true)
        {
            try
            {
                throw new Exception();
            }
            catch (Exception)
            {
            }
        }
    }
}
