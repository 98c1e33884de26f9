public class Numbers
{
    public int Double(int number) => 2 * number;
}
