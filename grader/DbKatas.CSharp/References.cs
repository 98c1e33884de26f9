using DbKatas.Grader.Engines;
using Microsoft.CodeAnalysis;

namespace DbKatas.CSharp;

/// <summary>What answers and checks may use: .NET itself and the packages of the katas, not the grader.</summary>
internal static class References
{
    /// <summary>Assemblies beside the framework's that are handed to the compiler where they are there.</summary>
    private static readonly string[] Packages =
    [
        "DbKatas.Checks", "Dapper", "Npgsql", "nunit.framework", "Shouldly", "StackExchange.Redis", "StackExchange.Redis.StrongName", "MongoDB.Bson", "MongoDB.Driver",
        "Microsoft.Extensions.Logging.Abstractions",
    ];

    private static readonly Lazy<IReadOnlyList<MetadataReference>> Found = new(Find);

    public static IReadOnlyList<MetadataReference> All => Found.Value;

    private static List<MetadataReference> Find()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var paths = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var wanted = paths.Where(path => IsWanted(path, framework)).ToList();
        return wanted.Count > 0
            ? [.. wanted.Select(path => MetadataReference.CreateFromFile(path))]
            : throw new TroubleException("This .NET runtime does not say where its libraries are, so C# answers can't be compiled. Run the grader with: dotnet");
    }

    private static bool IsWanted(string path, string framework)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        if (Packages.Contains(name, StringComparer.OrdinalIgnoreCase))
            return true;
        return Path.GetDirectoryName(path) == framework && name is not ("mscorlib" or "Microsoft.VisualBasic.Core" or "Microsoft.VisualBasic");
    }
}
