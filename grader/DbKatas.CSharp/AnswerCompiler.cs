using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace DbKatas.CSharp;

/// <summary>Compiles an answer together with its kata's checks. The first time takes a second or two, later ones some 50 ms.</summary>
internal static class AnswerCompiler
{
    /// <summary>The namespaces that a new project of today opens by itself, here and in katas/Katas.csproj.</summary>
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        // No check finds what another has left in a field.
        [assembly: NUnit.Framework.FixtureLifeCycle(NUnit.Framework.LifeCycle.InstancePerTestCase)]
        """;

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Debug,
        nullableContextOptions: NullableContextOptions.Enable,
        // Warnings are the editor's affair.
        generalDiagnosticOption: ReportDiagnostic.Suppress,
        concurrentBuild: false);

    // With the places of breakpoints inside, for a debugger that has never heard of the assembly.
    private static readonly EmitOptions Emit = new(debugInformationFormat: DebugInformationFormat.Embedded);

    private static readonly Lazy<SyntaxTree> UsingsTree = new(() => CSharpSyntaxTree.ParseText(Usings, SourceFile.Language));

    // Kept, and under one name: what one compilation has read of the libraries serves the next. Each answer is loaded into a process or a context of its own.
    private static readonly Lazy<CSharpCompilation> Empty = new(() => CSharpCompilation.Create("Kata", [UsingsTree.Value], References.All, Options));

    /// <param name="answer">The learner's file.</param>
    /// <param name="checks">The teacher's file.</param>
    /// <param name="cancellation">Asked now and then; a single hard expression may outlast it.</param>
    public static CompiledAnswer Compile(SourceFile answer, SourceFile checks, CancellationToken cancellation)
    {
        var compilation = Empty.Value.AddSyntaxTrees(answer.Tree, checks.Tree);
        using var image = new MemoryStream();
        var result = compilation.Emit(image, options: Emit, cancellationToken: cancellation);
        var errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        // In the order of the file: the first is most often the cause of the others.
        return result.Success
            ? new CompiledAnswer(image.ToArray(), [])
            : new CompiledAnswer(null, [.. errors.OrderBy(error => error.Location.SourceTree == answer.Tree ? 0 : 1).ThenBy(error => error.Location.SourceSpan.Start)]);
    }
}

/// <summary>What the compiler made.</summary>
/// <param name="Image">The assembly; null when there are errors.</param>
/// <param name="Errors">The answer's first, then the checks', each in the order of the file.</param>
internal sealed record CompiledAnswer(byte[]? Image, IReadOnlyList<Diagnostic> Errors);
