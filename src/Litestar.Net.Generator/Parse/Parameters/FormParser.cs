using Litestar.Generator.Diagnostics;
using Litestar.Generator.Model;
using Litestar.Generator.Parse.Rules;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Parameters;

/// <summary>Parses values of a form: fields, files, and objects made of them.</summary>
internal static class FormParser
{
    private const string OneFile = "Microsoft.AspNetCore.Http.IFormFile", AllFiles = "Microsoft.AspNetCore.Http.IFormFileCollection", AllFields = "Microsoft.AspNetCore.Http.IFormCollection";

    /// <summary>Returns true if a type can only come from a form: a file, files, or the form itself.</summary>
    public static bool IsFile(ITypeSymbol type) =>
        NameOf(type) is OneFile or AllFiles or AllFields || (TextFormats.ListOf(type) is { } list && NameOf(list.Element) is OneFile);

    /// <summary>Parses a parameter of the handler, or a member of a group.</summary>
    /// <param name="name">The name in its attribute.</param>
    public static ParameterModel Parse(BindingTarget asked, string? name, BindingContext place) => Parse(asked, name, place, owner: null);

    private static ParameterModel Parse(BindingTarget asked, string? name, BindingContext place, ITypeSymbol? owner)
    {
        var list = TextFormats.ReaderOf(asked.Type) is null && NameOf(asked.Type) is not (AllFiles or AllFields) ? TextFormats.ListOf(asked.Type) : null;
        var value = list?.Element ?? asked.Type;
        var model = ParameterParser.Of(asked, ParameterKind.File) with
        {
            WireName = name ?? asked.WireName,
            Unmarked = name is null ? "" : asked.WireName,
            Value = SymbolNames.OfValue(value),
            Collection = list?.Listing ?? CollectionKind.None,
            IsInterface = list is not null && asked.Type.TypeKind is TypeKind.Interface,
        };
        return NameOf(value) switch
        {
            AllFiles => model with { Source = ParameterKind.WholeForm, Expression = "Files" },
            AllFields => model with { Source = ParameterKind.WholeForm, Expression = "Fields" },
            OneFile => model,
            _ when TextFormats.ReaderOf(value) is { } reader => ParameterParser.Text(asked, ParameterKind.Form, model.WireName, value, TextFormats.ReaderOf(ParameterKind.Form, reader), list?.Listing) with { Unmarked = model.Unmarked },
            _ => Object(asked, model, name, value, place, owner),
        };
    }

    private static ParameterModel Object(BindingTarget asked, ParameterModel model, string? name, ITypeSymbol value, BindingContext place, ITypeSymbol? owner)
    {
        var type = value is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : value;
        var isPlain = model.Collection is CollectionKind.None;
        var isNullable = !SymbolEqualityComparer.Default.Equals(type, value);
        var members = ObjectConstruction.Of(type, out var fault);
        if (fault is var (fact, remedy))
        {
            var isOurs = ObjectConstruction.IsMadeOfMembers(type) || type.IsAbstract;
            place.Diagnostics.Add(
                Descriptors.UnreadableForm, asked.Location, asked.Display, place.Function, SymbolNames.ShortOf(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)),
                isOurs ? fact : "is neither read from text nor made of members",
                isOurs ? remedy : "Use a record, class or struct of your own that names its fields, or IFormCollection.");
            return model;
        }

        if (isPlain && asked.IsRequired && owner is not null && place.Forms.Requires(owner, type))
        {
            place.Diagnostics.Add(Descriptors.RecursiveType, asked.Location, asked.Display, place.Function, SymbolNames.ShortOf(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)));
            return model;
        }

        var reader = place.Forms.ReaderOf(type, members, (member, local) => Parse(asked.With(member, local), MarkerAttributes.Of(member.Attributes)?.Name, place, type) with { Setting = member.Setting, IsImplied = member.IsImplied, IsUnchecked = RuleMembers.IsSkipped(member.Attributes) });
        return model with
        {
            Source = ParameterKind.FormObject,
            // The fields of a parameter have no prefix; those of a member have one, which separates them.
            WireName = isPlain && owner is null ? name ?? "" : model.WireName,
            Value = SymbolNames.OfValue(type),
            Reader = reader,
            IsNullable = isNullable,
            // Without a prefix, the object is present if one of its own fields is.
            Expression = isPlain && owner is null && name is null && !asked.IsRequired ? string.Join(", ", members.Select(member => CSharpLiteral.Quote(MarkerAttributes.Of(member.Attributes)?.Name ?? WireNaming.Camel(member.Name)))) : "",
        };
    }

    private static string NameOf(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString();
}
