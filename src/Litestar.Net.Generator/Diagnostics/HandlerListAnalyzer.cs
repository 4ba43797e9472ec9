using System.Collections.Immutable;
using Litestar.Generator.Parse.Handlers;
using Litestar.Generator.Parse.Routes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Litestar.Generator.Diagnostics;

/// <summary>Reports elements of a handler list that are not handlers, as far as the source shows them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerListAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptors.LambdaOnList, Descriptors.NoHandler];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(Collection, SyntaxKind.CollectionExpression);
        context.RegisterSyntaxNodeAction(Initializer, SyntaxKind.CollectionInitializerExpression);
        context.RegisterSyntaxNodeAction(Add, SyntaxKind.InvocationExpression);
    }

    /// <summary>Checks <c>HandlerList list = [Greet, typeof(Users), ..more];</c>.</summary>
    private static void Collection(SyntaxNodeAnalysisContext context)
    {
        if (IsHandlerList(context.SemanticModel.GetTypeInfo(context.Node, context.CancellationToken).ConvertedType))
        {
            Elements((CollectionExpressionSyntax)context.Node, context);
        }
    }

    /// <summary>Checks <c>new HandlerList { Greet, typeof(Users) }</c>.</summary>
    private static void Initializer(SyntaxNodeAnalysisContext context)
    {
        if (context.Node.Parent is { } creation && IsHandlerList(context.SemanticModel.GetTypeInfo(creation, context.CancellationToken).Type))
        {
            Each(((InitializerExpressionSyntax)context.Node).Expressions, context);
        }
    }

    /// <summary>Checks <c>builder.Handlers.Add(Greet)</c>.</summary>
    private static void Add(SyntaxNodeAnalysisContext context)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Expression: var list }, ArgumentList.Arguments: { Count: 1 } items }
            && IsHandlerList(context.SemanticModel.GetTypeInfo(list, context.CancellationToken).Type))
        {
            Element(items[0].Expression, context);
        }
    }

    private static void Elements(CollectionExpressionSyntax collection, SyntaxNodeAnalysisContext context)
    {
        foreach (var element in collection.Elements)
        {
            switch (element)
            {
                case ExpressionElementSyntax { Expression: var item }:
                    Element(item, context);
                    break;
                case SpreadElementSyntax { Expression: var items }:
                    Spread(items, context);
                    break;
            }
        }
    }

    // The elements of a spread are known if it is written in place; elsewhere its type limits them.
    private static void Spread(ExpressionSyntax items, SyntaxNodeAnalysisContext context)
    {
        switch (items)
        {
            case ArrayCreationExpressionSyntax { Initializer: { } initializer }:
                Each(initializer.Expressions, context);
                break;
            case ImplicitArrayCreationExpressionSyntax { Initializer: { } initializer }:
                Each(initializer.Expressions, context);
                break;
            case CollectionExpressionSyntax collection:
                Elements(collection, context);
                break;
            default:
                Report(items, HandlerListItem.FaultOfSpread(context.SemanticModel.GetTypeInfo(items, context.CancellationToken).Type), context);
                break;
        }
    }

    private static void Each(IEnumerable<ExpressionSyntax> items, SyntaxNodeAnalysisContext context)
    {
        foreach (var item in items)
        {
            Element(item, context);
        }
    }

    private static void Element(ExpressionSyntax item, SyntaxNodeAnalysisContext context)
    {
        switch (Bare(item))
        {
            // A function with an attribute is meant as a handler: HandlerAnalyzer reports it.
            case CollectionExpressionSyntax:
                break;
            case AnonymousFunctionExpressionSyntax lambda when context.SemanticModel.GetSymbolInfo(lambda, context.CancellationToken).Symbol is IMethodSymbol function && VerbAttributes.Marks(function):
                break;
            case AnonymousFunctionExpressionSyntax:
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.LambdaOnList, item.GetLocation()));
                break;
            case TypeOfExpressionSyntax { Type: var type }:
                Report(item, HandlerListItem.FaultOf(context.SemanticModel.GetTypeInfo(type, context.CancellationToken).Type), context);
                break;
            case NameSyntax or MemberAccessExpressionSyntax when context.SemanticModel.GetMemberGroup(Bare(item), context.CancellationToken) is { IsEmpty: false } functions:
                Report(item, HandlerListItem.FaultOf(functions), context, functions[0].Locations.Where(place => place.IsInSource));
                break;
            case var bare:
                Report(item, HandlerListItem.FaultOfValue(context.SemanticModel.GetTypeInfo(bare, context.CancellationToken).Type, isCall: bare is InvocationExpressionSyntax), context);
                break;
        }
    }

    private static void Report(ExpressionSyntax item, (string Fact, string Remedy)? fault, SyntaxNodeAnalysisContext context, IEnumerable<Location>? declarations = null)
    {
        if (fault is var (fact, remedy))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.NoHandler, item.GetLocation(), declarations, item.ToString(), fact, remedy));
        }
    }

    private static bool IsHandlerList(ITypeSymbol? type) => type?.ToDisplayString() is "Litestar.HandlerList" or "Litestar.HandlerList?";

    private static ExpressionSyntax Bare(ExpressionSyntax item) => item switch
    {
        ParenthesizedExpressionSyntax inner => Bare(inner.Expression),
        CastExpressionSyntax cast => Bare(cast.Expression),
        _ => item,
    };
}
