using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Packing;

/// <summary>Copies what a student edition consists of besides what is packed: the program, the katas, and their stubs once more for starting afresh.</summary>
/// <param name="library">The katas.</param>
/// <param name="program">The clone whose program goes into it.</param>
internal sealed class EditionFiles(KataLibrary library, string program)
{
    private const string Readme = "README.md";

    /// <summary>What stands at a clone's top and is of use to students, as far as it is there.</summary>
    private static readonly string[] Tops =
    [
        "kata", "kata.cmd", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "Directory.Solution.targets", "global.json",
        "nuget.config", "NuGet.config", ".editorconfig", ".gitattributes", ".gitignore", "LICENSE", "docker-compose.yml",
    ];

    private static readonly string[] Folders = ["eng", "grader", ".vscode", ".devcontainer"];

    /// <summary>The parts of the program's own katas folder that every katas folder has: for editors.</summary>
    private static readonly string[] ForEditors = ["*.csproj", "*.schema.json"];

    // A link leads elsewhere, and what was built or written by an editor is nobody else's.
    private static readonly EnumerationOptions Own = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
    private static readonly string[] Made = ["artifacts", "bin", "obj", ".vs", ".idea", ".dbkatas"];

    public void CopyTo(KataLibrary edition, KataCatalog catalog)
    {
        foreach (var file in Tops.Where(file => File.Exists(Path.Combine(program, file))))
            Copy(Path.Combine(program, file), Path.Combine(edition.Root, file));
        foreach (var folder in Folders)
            CopyFolder(Path.Combine(program, folder), Path.Combine(edition.Root, folder));
        File.WriteAllText(Path.Combine(edition.Root, "DbKatas.sln"), SolutionFile.Without(File.ReadAllText(Path.Combine(program, "DbKatas.sln")), "tests"));
        using (var readme = typeof(EditionFiles).Assembly.GetManifestResourceStream("README.students.md")!)
        using (var file = File.Create(Path.Combine(edition.Root, Readme)))
            readme.CopyTo(file);
        CopyKatas(edition, catalog);
    }

    private void CopyKatas(KataLibrary edition, KataCatalog catalog)
    {
        foreach (var pattern in ForEditors)
            foreach (var file in Directory.EnumerateFiles(Path.Combine(program, "katas"), pattern))
                Copy(file, Path.Combine(edition.Katas, Path.GetFileName(file)));
        var folders = catalog.Katas.Select(kata => kata.Folder + Path.DirectorySeparatorChar).ToHashSet();
        // Beside the katas: the syllabus, and what tells about a track.
        foreach (var file in FilesOf(library.Katas).Where(file => !folders.Contains(Path.GetDirectoryName(file) + Path.DirectorySeparatorChar)))
            Copy(file, Path.Combine(edition.Katas, Path.GetRelativePath(library.Katas, file)));
        foreach (var kata in catalog.Katas)
        {
            var format = KataFormat.Of(kata.Engines is [var engine, ..] ? engine : null, kata.Kind)!;
            foreach (var name in (string[])[kata.AnswerFile, KataFiles.Metadata, KataFiles.Prompt, .. format.Required, .. format.Optional])
                if (File.Exists(Path.Combine(kata.Folder, name)))
                    Copy(Path.Combine(kata.Folder, name), Path.Combine(edition.Katas, kata.Id, name));
            Copy(Path.Combine(kata.Folder, kata.AnswerFile), Path.Combine(edition.Stubs, kata.Id, kata.AnswerFile));
        }
    }

    private static void CopyFolder(string from, string to)
    {
        if (!Directory.Exists(from))
            return;
        foreach (var file in FilesOf(from))
            Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
    }

    private static IEnumerable<string> FilesOf(string folder) => Directory.EnumerateFiles(folder, "*", Own)
        .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(Made.Contains));

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to, overwrite: true);
    }
}
