using System.Runtime.CompilerServices;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Feedback;

/// <summary>
/// Exact words live in files beside the tests, approved/Class.Test.approved.txt. On a mismatch, or when there is no such file, the test
/// fails with the command that approves what came.
/// </summary>
internal static class Approved
{
    public static void ShouldBeApproved(this string text) => text.ShouldMatchApproved(configuration => configuration
        .SubFolder("approved")
        .LocateTestMethodUsingAttribute<TestAttribute>()
        .NoDiff());

    /// <summary>The same for a test with many cases: each case names its file.</summary>
    /// <param name="text">What came.</param>
    /// <param name="file">Path below tests/DbKatas.Tests, without the ending .approved.txt.</param>
    /// <param name="here">Filled in by the compiler.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void ShouldBeApprovedAs(this string text, string file, [CallerFilePath] string here = "")
    {
        var tests = TestFolder(here);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(tests, file))!);
        // Shouldly looks beside the source file of the method that calls it: this one.
        text.ShouldMatchApproved(configuration => configuration
            .WithFilenameGenerator((_, _, type, extension) => $"../{file}.{type}.{extension}")
            .NoDiff());
    }

    private static string TestFolder(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        while (!File.Exists(Path.Combine(folder, "DbKatas.Tests.csproj")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
