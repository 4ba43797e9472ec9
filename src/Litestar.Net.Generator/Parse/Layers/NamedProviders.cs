using Litestar.Generator.Diagnostics;
using Litestar.Generator.Parse.Handlers;
using Litestar.Generator.Parse.Routes;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Layers;

/// <summary>Finds providers whose name no parameter below their layer has.</summary>
internal static class NamedProviders
{
    /// <summary>Reports those of one layer.</summary>
    /// <param name="layer">An assembly, a class or a handler.</param>
    /// <param name="compilation">Its compilation.</param>
    /// <param name="report">Receives the diagnostics.</param>
    public static void Check(ISymbol layer, Compilation compilation, Action<Diagnostic> report)
    {
        var named = LayerFunction.On("Provide", layer, compilation, new ParseDiagnostics()).Where(function => function.Name is not null).ToList();
        if (named.Count is 0 || (layer is IMethodSymbol function && !VerbAttributes.Marks(function)))
        {
            return;
        }

        var asked = new HashSet<AttributeData>();
        foreach (var handler in LayerHandlers.Below(layer, compilation))
        {
            var diagnostics = new ParseDiagnostics();
            var isRead = HandlerParser.Parse(handler, compilation, diagnostics) is not null;
            if (!isRead)
            {
                // Its parameters are known only when its other faults are corrected.
                return;
            }

            asked.UnionWith(diagnostics.UsedProviders.Select(provider => provider.Attribute!));
        }

        foreach (var provider in named.Where(provider => !asked.Contains(provider.Attribute!) && ProviderLookup.ProvidedType(provider.Method) is not null))
        {
            report(Diagnostic.Create(Descriptors.UnusedProviderName, provider.Location, provider.Display, provider.LayerDisplay, SymbolNames.ShortOf(ProviderLookup.ProvidedType(provider.Method)!), provider.Name));
        }
    }
}
