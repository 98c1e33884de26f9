using System.Reflection;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Authoring;

/// <summary>The files that a new kata begins with: a tiny kata that works, in which every file says what an author writes there instead.</summary>
/// <remarks>They lie in the folder Templates: one folder a format, and "all" with what every format begins with.</remarks>
internal static class KataTemplates
{
    private const string Root = "Templates/";
    private const string All = "all";

    // Resources are named by their paths; on Windows the build writes those with backslashes.
    private static readonly Dictionary<string, string> Names =
        Assembly.GetExecutingAssembly().GetManifestResourceNames().ToDictionary(name => name.Replace('\\', '/'));

    /// <returns>Texts with {{words}} to fill in, by path: "katas/prompt.md", "solutions/wrong/off-by-one.sql". None when there is no such template.</returns>
    public static IReadOnlyDictionary<string, string> Of(KataFormat format, KataKind kind)
    {
        var name = string.Join('-', new[] { format.Engine, kind.ToString().ToLowerInvariant() }.Where(part => part.Length > 0));
        var own = In(name);
        return own.Count == 0 ? own : In(All).Where(file => !own.ContainsKey(file.Key)).Concat(own).ToDictionary();
    }

    private static Dictionary<string, string> In(string folder)
    {
        var start = $"{Root}{folder}/";
        return Names.Keys.Where(name => name.StartsWith(start, StringComparison.Ordinal)).ToDictionary(name => name[start.Length..], Read);
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Names[name])!);
        return reader.ReadToEnd();
    }
}
