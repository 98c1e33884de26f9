namespace DbKatas.Tests;

/// <summary>The clone that these tests were built in.</summary>
internal static class Repository
{
    public static string Folder { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "DbKatas.sln")) ? folder.FullName : Find(folder.Parent!);
}
