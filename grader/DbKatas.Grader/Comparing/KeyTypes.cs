namespace DbKatas.Grader.Comparing;

/// <summary>The words for what a key can hold.</summary>
public static class KeyTypes
{
    public const string Text = "string";
    public const string HyperLogLog = "HyperLogLog";
    public const string Bitmap = "bitmap";
    public const string Hash = "hash";
    public const string List = "list";
    public const string Set = "set";
    public const string SortedSet = "sorted set";
    public const string Places = "places";
    public const string Stream = "stream";
}
