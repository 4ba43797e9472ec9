using System.Text;
using Microsoft.CodeAnalysis;

namespace Litestar.Members;

/// <summary>The page of a type: its declaration, and every member with all that is said of it.</summary>
internal sealed class TypePage
{
    private readonly StringBuilder _text = new();
    private readonly Library _library;
    private readonly Prose _prose;

    private TypePage(Library library) => (_library, _prose) = (library, new(library));

    public static string Write(Library library, INamedTypeSymbol type)
    {
        var page = new TypePage(library);
        page.Type(type);
        foreach (var part in Library.MembersOf(type).GroupBy(Library.PartOf))
        {
            page.Part(type, part.Key, part);
        }

        page.Inherited(type);
        return page._text.ToString();
    }

    private void Type(INamedTypeSymbol type)
    {
        var said = _library.DocumentationOf(type);
        _text.Append($"# {Prose.Code(Library.NameOf(type))}\n\n{_prose.Block(said.Summary)}\n\n");
        _text.Append($"```csharp\n{Signature.Of(type)}\n```\n\n");
        Paragraph(_prose.Block(said.Remarks));
        _text.Append($"| | |\n|---|---|\n| namespace | `{type.ContainingNamespace}` |\n| package | `{type.ContainingAssembly.Name}` |\n");
        Usage(type);
        foreach (var parameter in type.TypeParameters)
        {
            _text.Append($"| {Prose.Code(parameter.Name)} | {_prose.Line(said.Parameter(parameter.Name))} |\n");
        }

        _text.Append('\n');
        if (type.DelegateInvokeMethod is { } method)
        {
            Parameters(method, said);
        }
    }

    // Where an attribute may stand.
    private void Usage(INamedTypeSymbol type)
    {
        var attributes = type;
        while (attributes is not null && !attributes.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is nameof(AttributeUsageAttribute)))
        {
            attributes = attributes.BaseType;
        }

        if (attributes?.GetAttributes().First(attribute => attribute.AttributeClass?.Name is nameof(AttributeUsageAttribute)) is not { } usage || attributes.Name is nameof(Attribute))
        {
            return;
        }

        var targets = ((AttributeTargets)(int)usage.ConstructorArguments[0].Value!).ToString().Replace("ReturnValue", "return value").ToLowerInvariant();
        var allowsMany = usage.NamedArguments.Any(argument => argument is { Key: "AllowMultiple", Value.Value: true });
        _text.Append($"| stands on | {targets}; {(allowsMany ? "several times, if need be" : "once")} |\n");
    }

    private void Part(INamedTypeSymbol type, string title, IEnumerable<ISymbol> members)
    {
        _text.Append($"## {title}\n\n");
        if (type.TypeKind is TypeKind.Enum)
        {
            Values(members.Cast<IFieldSymbol>());
            return;
        }

        foreach (var member in members)
        {
            Member(type, member);
        }
    }

    private void Values(IEnumerable<IFieldSymbol> values)
    {
        _text.Append("| name | value | |\n|---|---|---|\n");
        foreach (var value in values)
        {
            _text.Append($"| {Prose.Code(value.Name)} | {value.ConstantValue} | {_prose.Line(_library.DocumentationOf(value).Summary)} |\n");
        }

        _text.Append('\n');
    }

    private void Member(INamedTypeSymbol type, ISymbol member)
    {
        var said = _library.DocumentationOf(member);
        _text.Append($"### {Prose.Code(Signature.Title(member))}\n\n```csharp\n{Signature.Of(member)}\n```\n\n");
        var summary = _prose.Block(said.Summary);
        if (summary != _prose.Block(_library.DocumentationOf(type).Summary))
        {
            Paragraph(summary);
        }

        if (said.Value is { } value)
        {
            Paragraph($"**Default:** {_prose.Block(value)}");
        }

        if (member is IMethodSymbol method)
        {
            Parameters(method, said);
            Returns(method, said);
        }

        Exceptions(said);
        See(type, member);
        if (!(member is IMethodSymbol { MethodKind: MethodKind.Constructor }) || _prose.Block(said.Remarks) != _prose.Block(_library.DocumentationOf(type).Remarks))
        {
            Paragraph(_prose.Block(said.Remarks));
        }
    }

    private void Parameters(IMethodSymbol method, Documentation said)
    {
        if (method.Parameters.Length + method.TypeParameters.Length is 0)
        {
            return;
        }

        _text.Append("| parameter | type | default | |\n|---|---|---|---|\n");
        foreach (var parameter in method.TypeParameters)
        {
            _text.Append($"| {Prose.Code(parameter.Name)} | type | | {_prose.Line(said.Parameter(parameter.Name))} |\n");
        }

        foreach (var parameter in method.Parameters)
        {
            var value = parameter switch
            {
                { IsParams: true } => "none",
                { HasExplicitDefaultValue: true } => Prose.Code(Default(parameter)),
                _ => "required",
            };
            _text.Append($"| {Prose.Code(parameter.Name)} | {_prose.Type(parameter.Type).Replace("|", "\\|")} | {value} | {_prose.Line(said.Parameter(parameter.Name))} |\n");
        }

        _text.Append('\n');
    }

    private void Returns(IMethodSymbol method, Documentation said)
    {
        if (!method.ReturnsVoid && method.MethodKind is not MethodKind.Constructor)
        {
            var sentence = _prose.Block(said.Returns);
            Paragraph($"**Returns** {_prose.Type(method.ReturnType)}{(sentence is "" ? "" : $": {sentence}")}");
        }
    }

    private void Exceptions(Documentation said)
    {
        var exceptions = said.Exceptions.ToList();
        if (exceptions.Count > 0)
        {
            _text.Append("| exception | when |\n|---|---|\n");
            exceptions.ForEach(exception => _text.Append($"| {_prose.Reference(exception.Type)} | {_prose.Line(exception.When)} |\n"));
            _text.Append('\n');
        }
    }

    // The types of this library that a signature names and nothing else has linked.
    private void See(INamedTypeSymbol type, ISymbol member)
    {
        var named = member switch
        {
            IPropertySymbol property => Named(property.Type),
            IMethodSymbol method => method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType)
                .SelectMany(whole => Named(whole).Where(part => !SymbolEqualityComparer.Default.Equals(part, whole))),
            _ => [],
        };
        var links = named.Select(other => other.OriginalDefinition).Where(other => _library.Holds(other) && !SymbolEqualityComparer.Default.Equals(other, type.OriginalDefinition))
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).Select(_prose.Type).ToList();
        Paragraph(links.Count is 0 ? "" : $"See {string.Join(", ", links)}.");
    }

    private static IEnumerable<INamedTypeSymbol> Named(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Named(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(Named).Prepend(named),
        _ => [],
    };

    private void Inherited(INamedTypeSymbol type)
    {
        for (var parent = type.BaseType; parent is not null && _library.Holds(parent); parent = parent.BaseType)
        {
            var names = Library.MembersOf(parent).Where(member => member is not IMethodSymbol { MethodKind: MethodKind.Constructor })
                .DistinctBy(member => member.Name)
                .Select(member => $"[{Prose.Code(member.Name)}]({Pages.FileOf(parent)}#{Pages.AnchorOf(member)})");
            _text.Append($"## From {Prose.Code(Library.NameOf(parent))}\n\n{string.Join(", ", names)}\n\n");
        }
    }

    private static string Default(IParameterSymbol parameter) => parameter.ExplicitDefaultValue switch
    {
        null => parameter.Type.IsValueType && parameter.NullableAnnotation is not NullableAnnotation.Annotated ? "default" : "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        var value => FormattableString.Invariant($"{value}"),
    };

    private void Paragraph(string text)
    {
        if (text.Length > 0)
        {
            _text.Append(text).Append("\n\n");
        }
    }
}
