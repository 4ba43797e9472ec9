using Litestar.Generator.Diagnostics;
using Litestar.Generator.Emit;
using Litestar.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>Reads what comes from a form: fields, files, and objects made of them.</summary>
internal static class FormParser
{
    private const string OneFile = "Microsoft.AspNetCore.Http.IFormFile", AllFiles = "Microsoft.AspNetCore.Http.IFormFileCollection", AllFields = "Microsoft.AspNetCore.Http.IFormCollection";

    /// <summary>Whether a type can only come from a form: a file, files, or the form itself.</summary>
    public static bool IsFile(ITypeSymbol type) =>
        NameOf(type) is OneFile or AllFiles or AllFields || (TextTypes.ListOf(type) is { } list && NameOf(list.Element) is OneFile);

    /// <summary>A parameter of the handler, or a member of a group.</summary>
    /// <param name="name">The name that its marker gives it.</param>
    public static ParameterModel Parse(Asked asked, string? name, ParameterPlace place) => Parse(asked, name, place, owner: null);

    private static ParameterModel Parse(Asked asked, string? name, ParameterPlace place, ITypeSymbol? owner)
    {
        var list = TextTypes.ReaderOf(asked.Type) is null && NameOf(asked.Type) is not (AllFiles or AllFields) ? TextTypes.ListOf(asked.Type) : null;
        var value = list?.Element ?? asked.Type;
        var model = ParameterParser.Of(asked, Source.File) with
        {
            WireName = name ?? asked.WireName,
            Unmarked = name is null ? "" : asked.WireName,
            Value = Names.OfValue(value),
            Listing = list?.Listing ?? Listing.None,
            IsInterface = list is not null && asked.Type.TypeKind is TypeKind.Interface,
        };
        return NameOf(value) switch
        {
            AllFiles => model with { Source = Source.WholeForm, Expression = "Files" },
            AllFields => model with { Source = Source.WholeForm, Expression = "Fields" },
            OneFile => model,
            _ when TextTypes.ReaderOf(value) is { } reader => ParameterParser.Text(asked, Source.Form, model.WireName, value, TextTypes.ReaderOf(Source.Form, reader), list?.Listing) with { Unmarked = model.Unmarked },
            _ => Object(asked, model, name, value, place, owner),
        };
    }

    private static ParameterModel Object(Asked asked, ParameterModel model, string? name, ITypeSymbol value, ParameterPlace place, ITypeSymbol? owner)
    {
        var type = value is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : value;
        var isPlain = model.Listing is Listing.None;
        var isNullable = !SymbolEqualityComparer.Default.Equals(type, value);
        var members = Construction.Of(type, out var fault);
        if (fault is var (fact, remedy))
        {
            var isOurs = Construction.IsMadeOfMembers(type) || type.IsAbstract;
            place.Problems.Add(
                Descriptors.UnreadableForm, asked.Location, asked.Display, place.Function, Names.ShortOf(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)),
                isOurs ? fact : "is neither read from text nor made of members",
                isOurs ? remedy : "Take a record, class or struct of your own that names its fields, or IFormCollection.");
            return model;
        }

        if (isPlain && asked.IsRequired && owner is not null && place.Forms.Requires(owner, type))
        {
            place.Problems.Add(Descriptors.EndlessType, asked.Location, asked.Display, place.Function, Names.ShortOf(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)));
            return model;
        }

        var reader = place.Forms.ReaderOf(type, members, (member, local) => Parse(asked.With(member, local), Markers.Of(member.Attributes)?.Name, place, type) with { Setting = member.Setting, IsImplied = member.IsImplied, IsUnchecked = RulesMembers.IsSkipped(member.Attributes) });
        return model with
        {
            Source = Source.FormObject,
            // The fields of a parameter bear no prefix; those of a member are told apart by one.
            WireName = isPlain && owner is null ? name ?? "" : model.WireName,
            Value = Names.OfValue(type),
            Reader = reader,
            IsNullable = isNullable,
            // Without a prefix, only its own fields tell whether it has come.
            Expression = isPlain && owner is null && name is null && !asked.IsRequired ? string.Join(", ", members.Select(member => CodeText.Quote(Markers.Of(member.Attributes)?.Name ?? Wire.Camel(member.Name)))) : "",
        };
    }

    private static string NameOf(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString();
}
