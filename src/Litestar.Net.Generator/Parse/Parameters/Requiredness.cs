using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Parameters;

/// <summary>
/// Required unless nullable or defaulted. A reference type outside of nullable contexts says neither; ASP.NET Core
/// takes it as nullable.
/// </summary>
internal static class Requiredness
{
    public static string? Of(IParameterSymbol parameter) => parameter.HasExplicitDefaultValue ? ConstantText.DefaultOf(parameter) : Of(parameter.Type);

    public static string? Of(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T ? "null"
        : type is { IsReferenceType: true, NullableAnnotation: not NullableAnnotation.NotAnnotated } ? "null"
        : null;
}
