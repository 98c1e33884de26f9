public class Numbers
{
    public int Double(int number) => throw new NotImplementedException();
}
