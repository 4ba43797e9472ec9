using Litestar.Generator.Diagnostics;
using Litestar.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>The function a parameter belongs to, as far as the parameter's source depends on it.</summary>
internal sealed record ParameterPlace(string Function, IReadOnlyList<RouteModel> Routes, string? Bodiless)
{
    public bool IsInEveryTemplate(string name) =>
        Routes.All(route => Template.ParametersOf(route.Path, out _).Contains(name, StringComparer.OrdinalIgnoreCase));

    public bool TakesBody => Routes.Any(route => Verbs.TakesBody(route.Method));
}

/// <summary>Decides where an argument comes from. The first rule that claims the parameter wins.</summary>
internal static class ParameterParser
{
    private delegate ParameterModel? Rule(IParameterSymbol parameter, ParameterPlace place, Problems problems);

    // The order is the contract: docs/binding.md prints this very list.
    private static readonly Rule[] Rules =
    [
        FrameworkType,
        Marker,
        NameInTemplate,
        TextFromQuery,
        ServiceOrBody,
    ];

    public static ParameterModel Parse(IParameterSymbol parameter, ParameterPlace place, Problems problems)
    {
        foreach (var rule in Rules)
        {
            if (rule(parameter, place, problems) is { } found)
            {
                return found;
            }
        }

        throw new InvalidOperationException($"No rule claims the parameter '{parameter.Name}'; the last one claims all.");
    }

    private static ParameterModel? FrameworkType(IParameterSymbol parameter, ParameterPlace place, Problems problems)
    {
        if (Markers.Of(parameter) is not null)
        {
            return null;
        }

        var expression = Names.OfValue(parameter.Type) switch
        {
            "global::Microsoft.AspNetCore.Http.HttpContext" => "context",
            "global::Microsoft.AspNetCore.Http.HttpRequest" => "context.Request",
            "global::Microsoft.AspNetCore.Http.HttpResponse" => "context.Response",
            "global::System.Security.Claims.ClaimsPrincipal" => "context.User",
            "global::System.Threading.CancellationToken" => "context.RequestAborted",
            "global::System.IO.Stream" => "context.Request.Body",
            "global::System.IO.Pipelines.PipeReader" => "context.Request.BodyReader",
            _ => null,
        };
        var isBytes = parameter.Type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte };
        if (isBytes || expression is "context.Request.Body" or "context.Request.BodyReader")
        {
            RefuseBodiless(parameter, place, problems);
        }

        return isBytes ? Of(parameter, Source.RawBytes)
            : expression is null ? null
            : Of(parameter, Source.Context) with { Expression = expression };
    }

    private static ParameterModel? Marker(IParameterSymbol parameter, ParameterPlace place, Problems problems)
    {
        if (Markers.Of(parameter) is not { } marker)
        {
            return null;
        }

        switch (marker.Source)
        {
            case Source.Body:
                RefuseBodiless(parameter, place, problems);
                return Of(parameter, Source.Body) with { Value = Names.Of(parameter.Type) };
            case Source.Service or Source.KeyedService:
                return Of(parameter, marker.Source) with { Value = Names.OfValue(parameter.Type), Expression = marker.Key };
            default:
                return FromText(parameter, marker.Source, marker.Name ?? parameter.Name, place, problems);
        }
    }

    private static ParameterModel? NameInTemplate(IParameterSymbol parameter, ParameterPlace place, Problems problems) =>
        place.IsInEveryTemplate(parameter.Name) ? FromText(parameter, Source.Route, parameter.Name, place, problems) : null;

    private static ParameterModel? TextFromQuery(IParameterSymbol parameter, ParameterPlace place, Problems problems) =>
        TextTypes.ReaderOf(parameter.Type) is not null || (TextTypes.ListOf(parameter.Type) is { } list && TextTypes.ReaderOf(list.Element) is not null)
            ? FromText(parameter, Source.Query, parameter.Name, place, problems)
            : null;

    // Only the container knows whether the type is a service: it is asked when the app starts.
    private static ParameterModel? ServiceOrBody(IParameterSymbol parameter, ParameterPlace place, Problems problems) =>
        Of(parameter, place.TakesBody ? Source.ServiceOrBody : Source.Service) with { Value = Names.OfValue(parameter.Type) };

    private static ParameterModel FromText(IParameterSymbol parameter, Source source, string wireName, ParameterPlace place, Problems problems)
    {
        var list = source is Source.Query or Source.Header && TextTypes.ReaderOf(parameter.Type) is null ? TextTypes.ListOf(parameter.Type) : null;
        var value = list?.Element ?? parameter.Type;
        var reader = TextTypes.ReaderOf(value);
        if (reader is null)
        {
            var from = source switch { Source.Route => "the route", Source.Query => "the query", Source.Header => "a header", _ => "a cookie" };
            problems.Add(Descriptors.UnreadableParameter, parameter.Locations.FirstOrDefault(), parameter.Name, place.Function, from, Names.ShortOf(value));
        }

        return Of(parameter, source) with
        {
            WireName = wireName,
            Value = Names.Of(value),
            Reader = reader ?? "",
            Listing = list?.Listing ?? Listing.None,
            IsInterface = list is not null && parameter.Type.TypeKind is TypeKind.Interface,
        };
    }

    private static ParameterModel Of(IParameterSymbol parameter, Source source) =>
        new(parameter.Name, Names.Of(parameter.Type), parameter.Name, source, OrElse: OrElse(parameter));

    /// <summary>Required unless nullable or defaulted. A reference type outside of nullable contexts says neither; ASP.NET Core takes it as nullable.</summary>
    private static string? OrElse(IParameterSymbol parameter) =>
        parameter.HasExplicitDefaultValue ? Constants.DefaultOf(parameter)
        : parameter.Type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T ? "null"
        : parameter.Type is { IsReferenceType: true, NullableAnnotation: not NullableAnnotation.NotAnnotated } ? "null"
        : null;

    private static void RefuseBodiless(IParameterSymbol parameter, ParameterPlace place, Problems problems)
    {
        // DELETE may carry a body where it is asked for by name, as in ASP.NET Core.
        if (place.Bodiless is { } method && method.ToUpperInvariant() is not "DELETE")
        {
            problems.Add(Descriptors.BodyWithoutVerb, parameter.Locations.FirstOrDefault(), parameter.Name, place.Function, method);
        }
    }
}
