namespace DbKatas.Grader.Katas;

/// <summary>The file names of every kata folder, whatever its kind.</summary>
public static class KataFiles
{
    public const string Metadata = "kata.json";
    public const string Prompt = "prompt.md";
}
