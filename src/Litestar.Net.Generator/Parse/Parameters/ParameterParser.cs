using Litestar.Generator.Model;
using Litestar.Generator.Parse.Json;
using Litestar.Generator.Parse.Layers;
using Litestar.Generator.Parse.Routes;
using Litestar.Generator.Parse.Rules;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Parameters;

/// <summary>Decides the source of an argument. The first rule that matches the parameter wins.</summary>
internal static class ParameterParser
{
    private delegate ParameterModel? Rule(BindingTarget asked, BindingContext place);

    // The order is the contract: docs/reference/binding.md prints this list.
    private static readonly Rule[] Rules =
    [
        FrameworkType,
        Marker,
        NameInTemplate,
        FromProvider,
        FileFromForm,
        TextFromQuery,
        ServiceOrBody,
    ];

    public static IReadOnlyList<ParameterModel> Parse(IMethodSymbol method, BindingContext place)
    {
        var parameters = method.Parameters.Select(parameter => Parse(BindingTarget.Of(parameter), place)).ToList();
        // With a form, no other body is read: a value without a form attribute can only be a service.
        return place.HasForm ? [.. parameters.Select(BesideForm)] : parameters;
    }

    /// <summary>Parses a parameter, or the member of a group, which is read like a parameter.</summary>
    public static ParameterModel Parse(BindingTarget asked, BindingContext place)
    {
        foreach (var rule in Rules)
        {
            if (rule(asked, place) is { } found)
            {
                return TargetRulesParser.Parse(asked, found, place);
            }
        }

        throw new InvalidOperationException($"No rule claims the parameter '{asked.Name}'; the last one claims all.");
    }

    private static ParameterModel? FrameworkType(BindingTarget asked, BindingContext place)
    {
        if (MarkerAttributes.Of(asked) is not null)
        {
            return null;
        }

        var expression = ExpressionOf(asked.Type);
        var isBytes = IsBytes(asked.Type);
        if (isBytes || expression is "context.Request.Body" or "context.Request.BodyReader")
        {
            place.ClaimBody(asked);
        }

        return isBytes ? Of(asked, ParameterKind.RawBytes)
            : expression is null ? null
            : Of(asked, ParameterKind.Context) with { Expression = expression };
    }

    /// <summary>Returns true if the framework itself binds parameters of a type.</summary>
    public static bool IsFromFramework(ITypeSymbol type) => ExpressionOf(type) is not null || IsBytes(type);

    private static bool IsBytes(ITypeSymbol type) => type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte };

    /// <summary>Returns the expression for a framework type's value; null for another type.</summary>
    public static string? ExpressionOf(ITypeSymbol type) => SymbolNames.OfValue(type) switch
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

    private static ParameterModel? Marker(BindingTarget asked, BindingContext place)
    {
        if (MarkerAttributes.Of(asked) is not { } marker)
        {
            return null;
        }

        switch (marker.Source)
        {
            case ParameterKind.Body:
                place.ClaimBody(asked);
                BodyTypeCheck.Check(asked, place);
                return Of(asked, ParameterKind.Body) with { Value = SymbolNames.Of(asked.Type), Json = SymbolNames.OfValue(asked.Type), NonNullDepths = NonNullItems.DepthsOf(asked.Type) };
            case ParameterKind.Service or ParameterKind.KeyedService:
                return Of(asked, marker.Source) with
                {
                    Value = SymbolNames.OfValue(asked.Type),
                    Expression = marker.Key,
                    IsMarked = true,
                    IsInterface = asked.Type.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T,
                };
            case ParameterKind.Group:
                return GroupParser.Parse(asked, place);
            case ParameterKind.Form:
                place.ClaimBody(asked, isForm: true);
                return FormParser.Parse(asked, marker.Name, place);
            default:
                return FromText(asked, marker.Source, marker.Name ?? asked.WireName, place) with { IsMarked = true };
        }
    }

    private static ParameterModel? NameInTemplate(BindingTarget asked, BindingContext place) =>
        place.IsInEveryTemplate(asked.WireName) ? FromText(asked, ParameterKind.Route, asked.WireName, place) : null;

    private static ParameterModel? FromProvider(BindingTarget asked, BindingContext place) =>
        place.Providers.Of(asked, place.Function) is { } provider ? Of(asked, ParameterKind.Provided) with { Expression = provider.Local } : null;

    private static ParameterModel? FileFromForm(BindingTarget asked, BindingContext place)
    {
        if (!FormParser.IsFile(asked.Type))
        {
            return null;
        }

        place.ClaimBody(asked, isForm: true);
        return FormParser.Parse(asked, name: null, place);
    }

    private static ParameterModel? TextFromQuery(BindingTarget asked, BindingContext place)
    {
        if (!ProviderLookup.IsText(asked.Type))
        {
            return null;
        }

        place.Diagnostics.Unmarked.Add(new(asked, place, ParameterKind.Query));
        MinimalApiBinding.Check(asked, ParameterKind.Query, place);
        return FromText(asked, ParameterKind.Query, asked.WireName, place);
    }

    // Only the container knows if the type is a service: it is checked when the app starts. If it can be nothing else it must be a
    // service, nullable or not, because a value that is never present is useless. [FromServices] makes a service optional.
    private static ParameterModel? ServiceOrBody(BindingTarget asked, BindingContext place)
    {
        // Structs and arrays are not registered: without a body, such a parameter was meant to be read from text.
        if (!place.TakesBody && !place.IsOfLayer && asked.Type is { IsValueType: true } or IArrayTypeSymbol)
        {
            TextTypeAdvice.Report(asked, ParameterKind.Query, TextFormats.ListOf(asked.Type)?.Element ?? asked.Type, place);
        }

        // No container has a value type, nor a list of these.
        if (place.TakesBody && !place.HasForm && IsNoService(asked.Type))
        {
            BodyTypeCheck.CheckTuples(asked, place);
        }

        if (place.TakesBody && JsonTypes.MayBeBody(asked.Type))
        {
            place.Diagnostics.Unmarked.Add(new(asked, place, ParameterKind.Body));
        }

        if (place.TakesBody || !asked.Type.IsValueType)
        {
            MinimalApiBinding.Check(asked, place.TakesBody ? ParameterKind.Body : ParameterKind.Service, place);
        }

        place.CheckSatisfied(asked);
        return ServiceOrBodyOf(asked, place);
    }

    private static bool IsNoService(ITypeSymbol type) => type.IsValueType || ValueRulesParser.ElementOf(type) is not null;

    private static ParameterModel ServiceOrBodyOf(BindingTarget asked, BindingContext place) => Of(asked, place.TakesBody ? ParameterKind.ServiceOrBody : ParameterKind.Service) with
    {
        OrElse = place.TakesBody ? asked.OrElse : null,
        Value = SymbolNames.OfValue(asked.Type),
        Json = place.TakesBody && JsonTypes.MayBeBody(asked.Type) ? SymbolNames.OfValue(asked.Type) : null,
        NonNullDepths = place.TakesBody ? NonNullItems.DepthsOf(asked.Type) : 0,
    };

    private static ParameterModel FromText(BindingTarget asked, ParameterKind source, string wireName, BindingContext place)
    {
        var list = source is ParameterKind.Query or ParameterKind.Header && TextFormats.ReaderOf(asked.Type) is null ? TextFormats.ListOf(asked.Type) : null;
        var value = list?.Element ?? asked.Type;
        if (TextFormats.ReaderOf(value) is { } reader)
        {
            // If only some templates have the name, the others read it from the query.
            if (source is ParameterKind.Route || (source is ParameterKind.Query && MarkerAttributes.Of(asked) is null))
            {
                ConstraintTypeMatch.Check(asked, wireName, place);
            }

            return Text(asked, source, wireName, value, TextFormats.ReaderOf(source, reader), list?.Listing);
        }

        TextTypeAdvice.Report(asked, source, value, place);
        return Of(asked, source);
    }

    /// <summary>Parses one value that is read from text, or a list of these.</summary>
    public static ParameterModel Text(BindingTarget asked, ParameterKind source, string wireName, ITypeSymbol value, string reader, CollectionKind? listing)
    {
        var model = Of(asked, source) with
        {
            WireName = wireName,
            Value = SymbolNames.Of(value),
            Reader = reader,
            Collection = listing ?? CollectionKind.None,
            IsInterface = listing is not null && asked.Type.TypeKind is TypeKind.Interface,
        };
        return asked.KeepsInitial && listing is null
            ? model with { Value = $"OptionalValue<{model.Value}>", Reader = $"OptionalText<{model.Value}, {reader}>", OrElse = "default", IsGiven = true }
            : model;
    }

    public static ParameterModel Of(BindingTarget asked, ParameterKind source) =>
        new(asked.Name, SymbolNames.Of(asked.Type), asked.WireName, source, OrElse: asked.OrElse, Clr: SymbolNames.OfValue(asked.Type), Declared: asked.Display.Substring(asked.Display.LastIndexOf('.') + 1));

    private static ParameterModel BesideForm(ParameterModel parameter) => parameter.Source switch
    {
        ParameterKind.ServiceOrBody => parameter with { Source = ParameterKind.Service, IsBesideForm = true, OrElse = null, Json = null },
        ParameterKind.Group => parameter with { Members = new([.. parameter.Members.Select(BesideForm)]) },
        _ => parameter,
    };
}
