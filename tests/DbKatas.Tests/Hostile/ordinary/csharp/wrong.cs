public class Numbers
{
    public int Double(int number) => number * number;
}
