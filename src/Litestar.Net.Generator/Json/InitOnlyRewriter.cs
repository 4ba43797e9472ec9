using System.Text.RegularExpressions;
using Litestar.Generator.Emit;
using Litestar.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Litestar.Generator.Json;

/// <summary>
/// Changes the code of System.Text.Json's generator for one type: optional <c>init</c> members are no longer part of
/// its creation, which would set a missing one to <c>default</c>. They get a setter instead, so that their initializers
/// stay.
/// </summary>
/// <remarks>A file with an unexpected shape stays unchanged: then such members are required.</remarks>
internal sealed class InitOnlyRewriter
{
    private const string Metadata = "global::System.Text.Json.Serialization.Metadata";

    private const string Creator = "ObjectWithParameterizedConstructorCreator = static args => new ";

    private static readonly Regex InitializedMember = new(@"(?<=[{,] )(\w+)(?= = \()", RegexOptions.CultureInvariant);

    private readonly CompilationUnitSyntax _file;
    private readonly List<TextChange> _changes = [];
    private readonly List<string> _setters = [];

    private InitOnlyRewriter(CompilationUnitSyntax file) => _file = file;

    public static SourceText Apply(SourceText source, IReadOnlyDictionary<string, InitTypeModel> types, CSharpParseOptions options)
    {
        source = Escape(source);
        if (!MayNeedChange(source.ToString(), types))
        {
            return source;
        }

        var setters = new InitOnlyRewriter((CompilationUnitSyntax)CSharpSyntaxTree.ParseText(source, options).GetRoot());
        return setters.TryChange(types) ? source.WithChanges(setters._changes.OrderBy(change => change.Span.Start)) : source;
    }

    // That generator writes the names of members into a creation unescaped, which does not compile for keywords: new
    // T() { class = (int)args[0] }.
    private static SourceText Escape(SourceText source)
    {
        var file = source.ToString();
        var from = file.IndexOf(Creator, StringComparison.Ordinal);
        var to = from < 0 ? -1 : file.IndexOf('\n', from);
        if (to < 0)
        {
            return source;
        }

        var changes = InitializedMember.Matches(file.Substring(from, to - from)).Cast<Match>()
            .Select(match => match.Groups[1])
            .Where(name => SyntaxFacts.GetKeywordKind(name.Value) is not SyntaxKind.None)
            .Select(name => new TextChange(new(from + name.Index, 0), "@"))
            .ToList();
        return changes.Count is 0 ? source : source.WithChanges(changes);
    }

    // Parsing a file takes longer than writing it did. An object that is created by its constructor alone stays unchanged, unless that is
    // a struct's primary constructor, which the other generator ignores.
    private static bool MayNeedChange(string file, IReadOnlyDictionary<string, InitTypeModel> types)
    {
        var from = file.IndexOf("ObjectCreator = ", StringComparison.Ordinal);
        var to = from < 0 ? -1 : file.IndexOf("PropertyMetadataInitializer", from, StringComparison.Ordinal);
        if (to < 0)
        {
            return from >= 0;
        }

        var creation = file.Substring(from, to - from);
        return creation.Contains("{") || types.Values.Any(type => type.Primary.Count > 0 && creation.Contains($"new {type.Type}("));
    }

    private bool TryChange(IReadOnlyDictionary<string, InitTypeModel> types)
    {
        if ((CreationOf("ObjectWithParameterizedConstructorCreator") ?? CreationOf("ObjectCreator")) is not { } creation
            || !types.TryGetValue(creation.Type.ToString(), out var type)
            || CreatorArguments.Of(creation, _file) is not { } values)
        {
            return false;
        }

        var primary = values.HasArguments ? default : type.Primary;
        var late = type.Members.Where(member => values.Sets(member.Name) && !primary.Any(parameter => parameter.Property == member.Name)).ToList();
        if (late.Count + primary.Count is 0 || primary.Any(parameter => parameter.Property is ""))
        {
            return false;
        }

        values.Leave(late.Select(member => member.Name));
        values.Construct(primary);
        return TryCreate(creation, values) && late.TrueForAll(member => TrySet(type, member)) && TryAppend();
    }

    private bool TryCreate(ObjectCreationExpressionSyntax creation, CreatorArguments values)
    {
        if (values.ParameterMethod is { } method)
        {
            _changes.Add(new(method.FullSpan, ""));
        }

        return values.AreNone
            ? TryReplace("ObjectCreator", $"static () => new {creation.Type}()")
                && TryReplace("ObjectWithParameterizedConstructorCreator", "null")
                && TryReplace("ConstructorParameterMetadataInitializer", "null")
            : TryReplace("ObjectCreator", "null")
                && TryReplace("ObjectWithParameterizedConstructorCreator", $"static args => new {creation.Type}{values.Creation}")
                && TryReplace("ConstructorParameterMetadataInitializer", $"static () => new {Metadata}.JsonParameterInfoValues[] {{ {values.Parameters} }}");
    }

    private bool TrySet(InitTypeModel type, InitMemberModel member)
    {
        foreach (var property in _file.DescendantNodes().OfType<ObjectCreationExpressionSyntax>())
        {
            if (property.Initializer is { } values
                && ValueOf(values, "PropertyName") is LiteralExpressionSyntax name && name.Token.ValueText == member.Name
                && ValueOf(values, "DeclaringType") is TypeOfExpressionSyntax owner && owner.Type.ToString() == member.Owner
                && ValueOf(values, "Setter") is LambdaExpressionSyntax { ExpressionBody: ThrowExpressionSyntax } setter)
            {
                var target = type.IsStruct ? $"ref global::System.Runtime.CompilerServices.Unsafe.Unbox<{member.Owner}>(obj)" : $"({member.Owner})obj";
                _changes.Add(new(setter.Span, $"static (obj, value) => InitSetter{_setters.Count}{member.Arguments}.Set({target}, value!)"));
                _setters.Add($$"""

                        file static class InitSetter{{_setters.Count}}{{member.Setter.Parameters}}{{member.Setter.Constraints}}
                        {
                            [global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = {{CSharpLiteral.Quote("set_" + member.Name)}})]
                            public static extern void Set({{member.Setter.Target}} target, {{member.Setter.Value}} value);
                        }

                    """);
                return true;
            }
        }

        return false;
    }

    // Next to the context, in its namespace, and visible to this file alone.
    private bool TryAppend()
    {
        if (_file.Members.LastOrDefault() is not NamespaceDeclarationSyntax space)
        {
            return false;
        }

        _changes.Add(new(new(space.CloseBraceToken.SpanStart, 0), string.Concat(_setters)));
        return true;
    }

    private bool TryReplace(string member, string text)
    {
        if (ValueOf(_file, member) is not { } value)
        {
            return false;
        }

        _changes.Add(new(value.Span, text));
        return true;
    }

    private ObjectCreationExpressionSyntax? CreationOf(string member) =>
        (ValueOf(_file, member) as LambdaExpressionSyntax)?.ExpressionBody as ObjectCreationExpressionSyntax;

    private static ExpressionSyntax? ValueOf(SyntaxNode within, string member) => within.DescendantNodes().OfType<AssignmentExpressionSyntax>()
        .FirstOrDefault(assignment => assignment.Left is IdentifierNameSyntax name && name.Identifier.ValueText == member)?.Right;
}
