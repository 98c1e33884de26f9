using DbKatas.Grader.Engines;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Authoring;

/// <summary>Begins a kata: both its folders, ready to fill in. Nothing that is there is changed.</summary>
/// <param name="library">Where it is to stand.</param>
/// <param name="schemas">The folder that holds kata.schema.json and domain.schema.json, for editors; null when there is none.</param>
public sealed class NewKata(KataLibrary library, string? schemas)
{
    private static readonly string[] Schemas = ["kata.schema.json", "domain.schema.json"];

    /// <param name="place">"sql/joins/late-payers": the number comes by itself.</param>
    /// <param name="kind">As in kata.json.</param>
    /// <param name="engine">As in kata.json; null for the one that the track or the kind suggests.</param>
    /// <returns>What was made.</returns>
    /// <exception cref="TroubleException">It can't be made as asked for; nothing was written.</exception>
    public MadeKata Make(string place, string kind, string? engine)
    {
        var slug = KataPlace.Read(place);
        var (knownKind, format) = FormatChoice.Of(kind, engine, slug.Track);
        var id = $"{slug.TopicPath}/{new TopicFolder(library, slug).FreeNumber():00}-{slug.Slug}";
        var words = new TemplateWords(slug, id, engine);
        var files = KataTemplates.Of(format, knownKind).Select(file => (Path: PathOf(id, file.Key), Text: words.Fill(file.Value)))
            .OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        try
        {
            foreach (var (path, text) in files)
                Write(path, text);
            CopySchemas();
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            throw new TroubleException($"{id} could not be written: {denied.Message} What was written before that is left as it is.", denied);
        }
        return new MadeKata(id, knownKind, format, Path.Combine(library.Katas, id), Path.Combine(library.Solutions, id));
    }

    /// <summary>"katas/prompt.md" stands in the kata's folder, "solutions/why.md" in its solution's.</summary>
    private string PathOf(string id, string file)
    {
        var parts = file.Split('/', 2);
        return Path.Combine(parts[0] == "katas" ? library.Katas : library.Solutions, id, parts[1]);
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new StreamWriter(new FileStream(path, FileMode.CreateNew));
        file.Write(text);
    }

    /// <summary>A folder of katas of its own gets them too, so that editors complete keys in it.</summary>
    private void CopySchemas()
    {
        foreach (var name in Schemas)
            if (schemas is not null && File.Exists(Path.Combine(schemas, name)) && !File.Exists(Path.Combine(library.Katas, name)))
                File.Copy(Path.Combine(schemas, name), Path.Combine(library.Katas, name));
    }
}

/// <summary>A kata that was just begun.</summary>
/// <param name="Id">With its number.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Format">The files that it consists of.</param>
/// <param name="Folder">The kata's folder.</param>
/// <param name="Solution">Its solution's.</param>
public sealed record MadeKata(string Id, KataKind Kind, KataFormat Format, string Folder, string Solution);
