using System.Text;
using DbKatas.Grader.Katas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DbKatas.CSharp;

/// <summary>A C# file as the compiler sees it.</summary>
/// <param name="Path">The full path; breakpoints are bound by it.</param>
/// <param name="Text">Without a byte order mark.</param>
/// <param name="Tree">The parsed text.</param>
internal sealed record SourceFile(string Path, string Text, SyntaxTree Tree)
{
    /// <summary>Nobody types so much for one kata.</summary>
    public const int MostCharacters = 64 * 1024;

    /// <summary>The version of the language that the SDK's own compiler has, so that the editor and the grader agree.</summary>
    public static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp14);

    /// <exception cref="TextFileException">The file can't be read as text.</exception>
    public static SourceFile Read(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        var text = TextFile.Read(path);
        // From the bytes as they are: a debugger compares their hash with the file's.
        var bytes = File.ReadAllBytes(path);
        var source = SourceText.From(bytes, bytes.Length, Encoding.UTF8, SourceHashAlgorithm.Sha256, canBeEmbedded: true);
        return new SourceFile(path, text, CSharpSyntaxTree.ParseText(source, Language, path));
    }
}
