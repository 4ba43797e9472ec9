using Litestar.Generator.Diagnostics;
using Litestar.Generator.Model;
using Litestar.Generator.Parse.Rules;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Parameters;

/// <summary>Reports a type that cannot be read from text, with a remedy.</summary>
internal static class TextTypeAdvice
{
    /// <param name="asked">The value.</param>
    /// <param name="source">Its source.</param>
    /// <param name="value">The type: for a list, that of its elements.</param>
    /// <param name="place">The function.</param>
    public static void Report(BindingTarget asked, ParameterKind source, ITypeSymbol value, BindingContext place)
    {
        var from = source switch { ParameterKind.Route => "the route", ParameterKind.Query => "the query", ParameterKind.Header => "a header", _ => "a cookie" };
        var (remedy, attribute) = RemedyFor(asked, source, value);
        place.Diagnostics.Add(Descriptors.UnreadableParameter, asked.Location, new DiagnosticProperties { [DiagnosticPropertyNames.Attribute] = attribute }, asked.Display, place.Function, from, SymbolNames.ShortOf(value), remedy);
    }

    // The attribute to use instead of the present one: empty for none, null if another one alone does not help.
    private static (string Remedy, string? Attribute) RemedyFor(BindingTarget asked, ParameterKind source, ITypeSymbol value)
    {
        var isMarked = MarkerAttributes.Of(asked) is not null;
        var name = SymbolNames.ShortOf(value.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
        return value switch
        {
            _ when isMarked && (ParameterParser.ExpressionOf(value) is not null || FormParser.IsFile(value)) => ($"Remove the attribute from '{asked.Display}': a '{name}' needs none.", ""),
            _ when !isMarked && source is ParameterKind.Query && MinimalApiBinding.RemedyOfBindAsync(ValueRulesParser.Bare(value)) is var (method, bind) =>
                ($"'{method}' is called by minimal APIs only. {bind}.", null),
            _ when TextFormats.ListOf(value) is { } list && TextFormats.ReaderOf(list.Element) is not null => ($"Lists are read from the query or a header: use one of these, or take a string and split it.", null),
            _ when ObjectConstruction.IsMadeOfMembers(value) && source is ParameterKind.Query && TextFormats.ListOf(asked.Type) is null =>
                ($"Implement IParsable<{name}> on it, or read its members one by one with [AsParameters].", "Microsoft.AspNetCore.Http.AsParameters"),
            _ when ObjectConstruction.IsMadeOfMembers(value) => ($"Implement IParsable<{name}> on it, or use another source for the value.", null),
            _ => ("Take a string, or a type of your own that implements IParsable<> of itself.", null),
        };
    }
}
