using Litestar.Generator.Diagnostics;
using Litestar.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>Decides where an argument comes from. The first rule that claims the parameter wins.</summary>
internal static class ParameterParser
{
    private delegate ParameterModel? Rule(Asked asked, ParameterPlace place);

    // The order is the contract: docs/reference/binding.md prints this very list.
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

    public static IReadOnlyList<ParameterModel> Parse(IMethodSymbol method, ParameterPlace place)
    {
        var parameters = method.Parameters.Select(parameter => Parse(Asked.Of(parameter), place)).ToList();
        // Where a form is read, no other body is: what is not said to be of the form can only be a service.
        return place.HasForm ? [.. parameters.Select(BesideForm)] : parameters;
    }

    /// <summary>A parameter, or the member of a group, which is read as a parameter would be.</summary>
    public static ParameterModel Parse(Asked asked, ParameterPlace place)
    {
        foreach (var rule in Rules)
        {
            if (rule(asked, place) is { } found)
            {
                return RulesParser.Parse(asked, found, place);
            }
        }

        throw new InvalidOperationException($"No rule claims the parameter '{asked.Name}'; the last one claims all.");
    }

    private static ParameterModel? FrameworkType(Asked asked, ParameterPlace place)
    {
        if (Markers.Of(asked) is not null)
        {
            return null;
        }

        var expression = ExpressionOf(asked.Type);
        var isBytes = IsBytes(asked.Type);
        if (isBytes || expression is "context.Request.Body" or "context.Request.BodyReader")
        {
            place.ClaimBody(asked);
        }

        return isBytes ? Of(asked, Source.RawBytes)
            : expression is null ? null
            : Of(asked, Source.Context) with { Expression = expression };
    }

    /// <summary>Whether the framework itself fills parameters of a type.</summary>
    public static bool IsFromFramework(ITypeSymbol type) => ExpressionOf(type) is not null || IsBytes(type);

    private static bool IsBytes(ITypeSymbol type) => type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte };

    /// <summary>Where the request holds a value of a framework type; none where the type is none.</summary>
    public static string? ExpressionOf(ITypeSymbol type) => Names.OfValue(type) switch
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

    private static ParameterModel? Marker(Asked asked, ParameterPlace place)
    {
        if (Markers.Of(asked) is not { } marker)
        {
            return null;
        }

        switch (marker.Source)
        {
            case Source.Body:
                place.ClaimBody(asked);
                BodyTypes.Check(asked, place);
                return Of(asked, Source.Body) with { Value = Names.Of(asked.Type), Json = Names.OfValue(asked.Type), Filled = FilledItems.DepthsOf(asked.Type) };
            case Source.Service or Source.KeyedService:
                return Of(asked, marker.Source) with
                {
                    Value = Names.OfValue(asked.Type),
                    Expression = marker.Key,
                    IsMarked = true,
                    IsInterface = asked.Type.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T,
                };
            case Source.Group:
                return GroupParser.Parse(asked, place);
            case Source.Form:
                place.ClaimBody(asked, isForm: true);
                return FormParser.Parse(asked, marker.Name, place);
            default:
                return FromText(asked, marker.Source, marker.Name ?? asked.WireName, place) with { IsMarked = true };
        }
    }

    private static ParameterModel? NameInTemplate(Asked asked, ParameterPlace place) =>
        place.IsInEveryTemplate(asked.WireName) ? FromText(asked, Source.Route, asked.WireName, place) : null;

    private static ParameterModel? FromProvider(Asked asked, ParameterPlace place) =>
        place.Providers.Of(asked, place.Function) is { } provider ? Of(asked, Source.Provided) with { Expression = provider.Local } : null;

    private static ParameterModel? FileFromForm(Asked asked, ParameterPlace place)
    {
        if (!FormParser.IsFile(asked.Type))
        {
            return null;
        }

        place.ClaimBody(asked, isForm: true);
        return FormParser.Parse(asked, name: null, place);
    }

    private static ParameterModel? TextFromQuery(Asked asked, ParameterPlace place)
    {
        if (!Providers.IsText(asked.Type))
        {
            return null;
        }

        place.Problems.Unmarked.Add(new(asked, place, Source.Query));
        OwnBinding.Check(asked, Source.Query, place);
        return FromText(asked, Source.Query, asked.WireName, place);
    }

    // Only the container knows whether the type is a service: it is asked when the app starts. Where it can be nothing else it
    // must be one, nullable or not: a value that never comes helps nobody. [FromServices] says that a service may be missing.
    private static ParameterModel? ServiceOrBody(Asked asked, ParameterPlace place)
    {
        // Nobody registers a struct or an array: where no body comes, it can only have been meant to be read from text.
        if (!place.TakesBody && !place.IsOfLayer && asked.Type is { IsValueType: true } or IArrayTypeSymbol)
        {
            UnreadableText.Report(asked, Source.Query, TextTypes.ListOf(asked.Type)?.Element ?? asked.Type, place);
        }

        // No container holds a value type, nor a list of such.
        if (place.TakesBody && !place.HasForm && IsNoService(asked.Type))
        {
            BodyTypes.CheckTuples(asked, place);
        }

        if (place.TakesBody && JsonTypes.MayBeBody(asked.Type))
        {
            place.Problems.Unmarked.Add(new(asked, place, Source.Body));
        }

        if (place.TakesBody || !asked.Type.IsValueType)
        {
            OwnBinding.Check(asked, place.TakesBody ? Source.Body : Source.Service, place);
        }

        place.CheckSatisfied(asked);
        return ServiceOrBodyOf(asked, place);
    }

    private static bool IsNoService(ITypeSymbol type) => type.IsValueType || RulesOfValue.ElementOf(type) is not null;

    private static ParameterModel ServiceOrBodyOf(Asked asked, ParameterPlace place) => Of(asked, place.TakesBody ? Source.ServiceOrBody : Source.Service) with
    {
        OrElse = place.TakesBody ? asked.OrElse : null,
        Value = Names.OfValue(asked.Type),
        Json = place.TakesBody && JsonTypes.MayBeBody(asked.Type) ? Names.OfValue(asked.Type) : null,
        Filled = place.TakesBody ? FilledItems.DepthsOf(asked.Type) : 0,
    };

    private static ParameterModel FromText(Asked asked, Source source, string wireName, ParameterPlace place)
    {
        var list = source is Source.Query or Source.Header && TextTypes.ReaderOf(asked.Type) is null ? TextTypes.ListOf(asked.Type) : null;
        var value = list?.Element ?? asked.Type;
        if (TextTypes.ReaderOf(value) is { } reader)
        {
            // Where only some templates have the name, the others leave it to the query.
            if (source is Source.Route || (source is Source.Query && Markers.Of(asked) is null))
            {
                ConstraintFit.Check(asked, wireName, place);
            }

            return Text(asked, source, wireName, value, TextTypes.ReaderOf(source, reader), list?.Listing);
        }

        UnreadableText.Report(asked, source, value, place);
        return Of(asked, source);
    }

    /// <summary>One value that is read from text, or a list of such.</summary>
    public static ParameterModel Text(Asked asked, Source source, string wireName, ITypeSymbol value, string reader, Listing? listing)
    {
        var model = Of(asked, source) with
        {
            WireName = wireName,
            Value = Names.Of(value),
            Reader = reader,
            Listing = listing ?? Listing.None,
            IsInterface = listing is not null && asked.Type.TypeKind is TypeKind.Interface,
        };
        return asked.KeepsInitial && listing is null
            ? model with { Value = $"Given<{model.Value}>", Reader = $"IfGiven<{model.Value}, {reader}>", OrElse = "default", IsGiven = true }
            : model;
    }

    public static ParameterModel Of(Asked asked, Source source) =>
        new(asked.Name, Names.Of(asked.Type), asked.WireName, source, OrElse: asked.OrElse, Clr: Names.OfValue(asked.Type), Declared: asked.Display.Substring(asked.Display.LastIndexOf('.') + 1));

    private static ParameterModel BesideForm(ParameterModel parameter) => parameter.Source switch
    {
        Source.ServiceOrBody => parameter with { Source = Source.Service, IsBesideForm = true, OrElse = null, Json = null },
        Source.Group => parameter with { Members = new([.. parameter.Members.Select(BesideForm)]) },
        _ => parameter,
    };
}
