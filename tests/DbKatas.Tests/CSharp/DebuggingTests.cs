using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using DbKatas.CSharp;
using DbKatas.Tests.Cli;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.CSharp;

/// <summary>That a breakpoint in Answer.cs is hit: a debugger finds the file and the lines by the symbols, and the answer runs in the process that it looks at.</summary>
public class DebuggingTests
{
    private const string Answer = """
        public class Numbers
        {
            public int Double(int number)
            {
                var doubled = number * 2;
                return doubled;
            }
        }
        """;

    private const string WhereChecks = """
        using NUnit.Framework;
        using Shouldly;

        public class Checks
        {
            [Test]
            public void Runs_where_the_debugger_is() => new Numbers().Double(System.Reflection.Assembly.GetEntryAssembly()!.GetName().Name!.Length).ShouldBe(0);
        }
        """;

    [Test]
    public void The_symbols_inside_an_answer_name_the_learners_own_file_with_its_hash()
    {
        using var library = new TinyLibrary().WithCodeKata();
        var path = library.Write("katas/sql/test/01-kata/Answer.cs", Answer);

        var hash = Symbols(library, path, symbols => symbols.Documents.Select(symbols.GetDocument)
            .Where(document => symbols.GetString(document.Name) == path).Select(document => symbols.GetBlobBytes(document.Hash)).Single());

        hash.ShouldBe(SHA256.HashData(File.ReadAllBytes(path)));
    }

    [Test]
    public void A_line_of_the_answer_is_a_place_for_a_breakpoint()
    {
        using var library = new TinyLibrary().WithCodeKata();
        var path = library.Write("katas/sql/test/01-kata/Answer.cs", Answer);

        var lines = Symbols(library, path, symbols => symbols.MethodDebugInformation.Select(symbols.GetMethodDebugInformation)
            .SelectMany(method => method.GetSequencePoints()).Where(point => !point.IsHidden && symbols.GetString(symbols.GetDocument(point.Document).Name) == path)
            .Select(point => point.StartLine).ToArray());

        // Each statement has its own, unoptimised: the value of `doubled` can be looked at between the two.
        lines.ShouldContain(5);
        lines.ShouldContain(6);
    }

    [TestCase("1", "DbKatas.Cli")]
    [TestCase("", "DbKatas.CSharp.Worker")]
    public async Task An_answer_runs_in_the_graders_own_process_when_that_is_debugged_and_in_another_when_not(string isWanted, string program)
    {
        using var library = new TinyLibrary().WithCodeKata(WhereChecks);
        library.Write("DbKatas.sln", "");
        library.Write("katas/sql/test/01-kata/Answer.cs", Answer);
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "DbKatas.Cli.dll"), "grade", "sql/test/01-kata"];

        // As an attached debugger does; there is none in a test.
        var run = await CommandRun.RunAsync(library.Root, [(InProcessRun.Variable, isWanted)], "dotnet", arguments);

        run.Output.ShouldContain($"{program.Length * 2}", customMessage: run.Output);
    }

    private static T Symbols<T>(TinyLibrary library, string answer, Func<MetadataReader, T> read)
    {
        var checks = SourceFile.Read(Path.Combine(library.Root, "katas/sql/test/01-kata/Checks.cs"));
        var image = AnswerCompiler.Compile(SourceFile.Read(answer), checks, CancellationToken.None).Image.ShouldNotBeNull();
        using var assembly = new PEReader(new MemoryStream(image));
        var entry = assembly.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using var provider = assembly.ReadEmbeddedPortablePdbDebugDirectoryData(entry);
        return read(provider.GetMetadataReader());
    }
}
