using Litestar.Generator.Diagnostics;
using Litestar.Generator.Model;
using Litestar.Generator.Parse.Handlers;
using Litestar.Generator.Parse.Parameters;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Layers;

/// <summary>
/// Finds values that the client sends although a provider exists for their type: it is on other handlers' layers, or
/// does not fit.
/// </summary>
internal static class ForgottenProviders
{
    /// <summary>Reports each such value of a handler and of its layers' functions.</summary>
    public static void Check(IMethodSymbol handler, ParseDiagnostics diagnostics, ProvidedTypes provided)
    {
        foreach (var (asked, place, source) in diagnostics.Unmarked)
        {
            // Text with a default is optional for the client: 'int limit = 20'. With a form, a body parameter can only
            // be a service, and the start
            // checks the container.
            if (source is ParameterKind.Query ? asked.Default is null : !place.HasForm)
            {
                Check(handler, asked, place, source, provided);
            }
        }
    }

    private static void Check(IMethodSymbol handler, BindingTarget asked, BindingContext place, ParameterKind source, ProvidedTypes provided)
    {
        var marker = source is ParameterKind.Body ? "FromBody" : "FromQuery";
        var name = FunctionNames.DisplayOf(handler);
        if (Misfit(asked, place, source) is var (misfit, made))
        {
            var isOtherName = ProvidedTypes.IsAlike(made, asked.Type) && misfit.Name is not null;
            Report(null, $"'{misfit.Display}' of '{misfit.LayerDisplay}' makes a '{SymbolNames.ShortOf(made)}', which fills parameters {(isOtherName ? $"named '{misfit.Name}'" : "of that type")} only", $"Let '{asked.Display}' be {(isOtherName ? "named so" : "of that type")}, or add [{marker}] to it if the client is to send it.");
        }
        else if (provided.Of(asked) is { Count: > 0 } providers && providers[0] is var provider)
        {
            var functions = providers.Select(one => one.Method).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default).Select(one => $"{SymbolNames.ReflectionOf(one.ContainingType)}::{one.Name}{(provider.Name is { } own ? $"={own}" : "")}");
            Report(string.Join(",", functions), $"'{provider.Display}' makes a '{SymbolNames.ShortOf(ProviderLookup.ProvidedType(provider.Method)!)}' for '{provider.LayerDisplay}', but not for '{name}'", $"Add [Provide(nameof({provider.Display}){(provider.Name is { } named ? $", Name = \"{named}\"" : "")})] to '{name}' or its class, or [{marker}] to '{asked.Display}' if the client is to send it.");
        }

        void Report(string? functions, string fact, string remedy) => place.Diagnostics.Add(
            Descriptors.ForgottenProvider,
            asked.Location,
            new DiagnosticProperties { [DiagnosticPropertyNames.Providers] = functions, [DiagnosticPropertyNames.Attribute] = asked.Display == asked.Name && !place.IsOfLayer ? $"Microsoft.AspNetCore.Mvc.{marker}" : null },
            asked.Display,
            place.Function,
            source is ParameterKind.Body ? "the body" : "the query",
            fact,
            remedy);
    }

    // In scope, and not used: it provides a derived type, a nullable struct, or a value for another name.
    private static (LayerFunction Function, ITypeSymbol Made)? Misfit(BindingTarget asked, BindingContext place, ParameterKind source)
    {
        foreach (var (function, made) in source is ParameterKind.Body ? place.Providers.Offered : [])
        {
            if (!place.Providers.IsUsed(function) && (IsHeir(made, asked.Type) || (ProvidedTypes.IsAlike(made, asked.Type) && (function.Name is not null || !ProviderLookup.Fits(made, asked.Type)))))
            {
                return (function, made);
            }
        }

        return null;
    }

    private static bool IsHeir(ITypeSymbol type, ITypeSymbol other)
    {
        for (var origin = type.BaseType; origin is { SpecialType: SpecialType.None }; origin = origin.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(origin, other))
            {
                return true;
            }
        }

        return false;
    }
}
