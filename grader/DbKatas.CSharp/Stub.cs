using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DbKatas.CSharp;

/// <summary>
/// Tells an untouched stub. A file is one when it holds no code at all, or when something in it still throws NotImplementedException and
/// no method, accessor, operator or local function in it does anything else. Fields, constructors and properties of one expression
/// count for nothing: a stub may have them.
/// </summary>
internal static class Stub
{
    private const string Mark = nameof(NotImplementedException);

    public static bool Is(SyntaxTree tree)
    {
        var root = tree.GetRoot();
        if (!root.DescendantTokens().Any(token => !token.IsKind(SyntaxKind.EndOfFileToken)))
            return true;
        var bodies = root.DescendantNodes().Where(IsBody).ToList();
        return bodies.Count > 0 && bodies.All(Throws);
    }

    private static bool IsBody(SyntaxNode node) => node switch
    {
        GlobalStatementSyntax => true,
        BlockSyntax or ArrowExpressionClauseSyntax => node.Parent is MethodDeclarationSyntax or AccessorDeclarationSyntax or OperatorDeclarationSyntax
            or ConversionOperatorDeclarationSyntax or LocalFunctionStatementSyntax,
        _ => false,
    };

    private static bool Throws(SyntaxNode body) => body switch
    {
        ArrowExpressionClauseSyntax { Expression: ThrowExpressionSyntax { Expression: var thrown } } => IsNotImplemented(thrown),
        BlockSyntax { Statements: [ThrowStatementSyntax { Expression: { } thrown }] } => IsNotImplemented(thrown),
        _ => false,
    };

    private static bool IsNotImplemented(ExpressionSyntax thrown) =>
        thrown is ObjectCreationExpressionSyntax { Type: var type } && type.ToString() is Mark or "System." + Mark;
}
