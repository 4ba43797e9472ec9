using Litestar.Generator.Parse.Routes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Litestar.Generator.Caching;

/// <summary>Reads one piece of a file, member by member.</summary>
internal sealed class PieceReader(NullableContextHash nullability)
{
    private readonly SourceHash _fold = new();
    private readonly List<(int Position, SourceHash Own, string[] Attributes)> _functions = [];
    private readonly List<int> _classes = [];

    public void Read(string space, IReadOnlyList<MemberDeclarationSyntax> members)
    {
        _fold.Add(space);
        _fold.Add(nullability.Hash);
        if (members[0] is GlobalStatementSyntax)
        {
            Bodies(members, members);
            return;
        }

        Member(members[0]);
    }

    public SourcePiece Piece(string name, bool isOfAll) => new(
        name,
        _fold.Hash,
        [.. _fold.Names],
        isOfAll,
        [.. _functions.Select((function, place) => CandidateAt(place, function.Position, function.Own, function.Attributes))],
        [.. _classes.Select((position, place) => CandidateAt(place, position, new(), []))]);

    /// <summary>
    /// Returns true if a function's declaration matters only to the function: by its attributes' names it is a handler,
    /// whatever they mean.
    /// </summary>
    public static bool IsApart(SyntaxNode function) =>
        function is MethodDeclarationSyntax { AttributeLists.Count: > 0 } method && !method.Modifiers.Any(SyntaxKind.PartialKeyword) && AttributesOf(method.AttributeLists).Any(VerbAttributes.Names.Contains);

    // Two candidates of one piece are never equal.
    private static Candidate CandidateAt(int place, int position, SourceHash own, string[] attributes)
    {
        own.Add(place);
        return new(position, own.Hash, [.. own.Names], attributes);
    }

    private void Member(MemberDeclarationSyntax member)
    {
        _fold.Add(member.RawKind);
        switch (member)
        {
            case BaseTypeDeclarationSyntax type:
                Type(type);
                break;
            case MethodDeclarationSyntax method:
                Method(method);
                break;
            case FieldDeclarationSyntax field when !field.Modifiers.Any(SyntaxKind.ConstKeyword):
                Children(field, field);
                break;
            case BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or EventFieldDeclarationSyntax:
                Children(member, member);
                break;
            default:
                nullability.Add(member, _fold);
                break;
        }
    }

    private void Type(BaseTypeDeclarationSyntax type)
    {
        if (type is ClassDeclarationSyntax { BaseList: not null })
        {
            _classes.Add(type.Identifier.SpanStart);
        }

        foreach (var part in type.ChildNodesAndTokens())
        {
            if (part.AsNode() is MemberDeclarationSyntax member and not EnumMemberDeclarationSyntax)
            {
                Member(member);
                continue;
            }

            Part(part);
            if (part.AsNode() is BaseListSyntax bases)
            {
                Bodies([bases], [type]);
            }
        }
    }

    // A handler's parameters, return type and attributes matter to no other: a function that binds it reads more than its name.
    private void Method(MethodDeclarationSyntax method)
    {
        if (method.AttributeLists.Count is 0)
        {
            Children(method, method);
            return;
        }

        var own = new SourceHash();
        _functions.Add((method.Identifier.SpanStart, own, AttributesOf(method.AttributeLists)));
        if (!IsApart(method))
        {
            Children(method, method);
            return;
        }

        foreach (var part in method.ChildNodesAndTokens())
        {
            switch (part.AsNode())
            {
                case AttributeListSyntax or TypeSyntax or ParameterListSyntax or TypeParameterConstraintClauseSyntax:
                    nullability.Add(part.AsNode()!, own, isExact: part.AsNode() is AttributeListSyntax);
                    break;
                case BlockSyntax or ArrowExpressionClauseSyntax:
                    Bodies([part.AsNode()!], [method]);
                    break;
                default:
                    Part(part);
                    break;
            }
        }

        own.Add(nullability.Hash);
        _fold.Add(nullability.Hash);
    }

    private void Children(SyntaxNode node, MemberDeclarationSyntax member)
    {
        foreach (var part in node.ChildNodesAndTokens())
        {
            switch (part.AsNode())
            {
                case BlockSyntax or ArrowExpressionClauseSyntax:
                case EqualsValueClauseSyntax when node is VariableDeclaratorSyntax:
                    Bodies([part.AsNode()!], [member]);
                    break;
                case AccessorListSyntax or AccessorDeclarationSyntax or VariableDeclarationSyntax or VariableDeclaratorSyntax:
                    Children(part.AsNode()!, member);
                    break;
                case EqualsValueClauseSyntax or ConstructorInitializerSyntax:
                    Part(part);
                    Bodies([part.AsNode()!], [member]);
                    break;
                default:
                    Part(part);
                    break;
            }
        }
    }

    private void Part(SyntaxNodeOrToken part)
    {
        if (part.AsNode() is { } node)
        {
            nullability.Add(node, _fold, isExact: node is AttributeListSyntax);
        }
        else
        {
            nullability.Add(part.AsToken(), _fold);
        }
    }

    // Only the presence of a body counts; but a provider's body is read around its yield, and local functions may be handlers.
    private void Bodies(IReadOnlyList<SyntaxNode> bodies, IReadOnlyList<MemberDeclarationSyntax> members)
    {
        _fold.Add(bodies[0].RawKind);
        SourceHash? whole = null;
        foreach (var body in bodies)
        {
            nullability.Skip(body, _fold);
            var yields = false;
            var isConstructor = body.Parent is ConstructorDeclarationSyntax;
            foreach (var node in body.DescendantNodes())
            {
                yields |= node is YieldStatementSyntax;
                if (isConstructor && node is AssignmentExpressionSyntax { Left: var assigned })
                {
                    // A member that a constructor assigns is not required.
                    _fold.Add(assigned.ToString());
                }

                if (node is LocalFunctionStatementSyntax function)
                {
                    LocalFunction(function, () => whole ??= WholeOf(members));
                }
            }

            if (yields)
            {
                nullability.Add(body, _fold);
            }
        }
    }

    // They are identified by names and types, as in the source, throughout their class. A name in one of them may be a constant or a
    // variable of the outer body.
    private void LocalFunction(LocalFunctionStatementSyntax function, Func<SourceHash> whole)
    {
        _fold.Add(function.Identifier.ValueText);
        _fold.Add(function.ParameterList.ToString());
        if (function.AttributeLists.Count > 0)
        {
            var own = new SourceHash();
            own.Add(whole().Hash);
            own.Names.UnionWith(whole().Names);
            _functions.Add((function.Identifier.SpanStart, own, AttributesOf(function.AttributeLists)));
        }
    }

    private static SourceHash WholeOf(IReadOnlyList<MemberDeclarationSyntax> members)
    {
        var whole = new SourceHash();
        foreach (var member in members)
        {
            whole.Add(member.ToFullString());
            foreach (var token in member.DescendantTokens())
            {
                whole.Add(token);
            }
        }

        return whole;
    }

    private static string[] AttributesOf(SyntaxList<AttributeListSyntax> lists) => [.. lists.SelectMany(list => list.Attributes).Select(attribute => Short(LastOf(attribute.Name)))];

    private static string LastOf(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };

    private static string Short(string name) => name.EndsWith("Attribute", StringComparison.Ordinal) && name.Length > "Attribute".Length ? name.Substring(0, name.Length - "Attribute".Length) : name;
}
