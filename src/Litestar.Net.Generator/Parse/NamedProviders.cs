using Litestar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>Finds providers whose name no parameter has below the layer that names them.</summary>
internal static class NamedProviders
{
    /// <summary>Reports those of one layer.</summary>
    /// <param name="layer">An assembly, a class or a handler.</param>
    /// <param name="compilation">The compilation it stands in.</param>
    /// <param name="report">Takes what is found.</param>
    public static void Check(ISymbol layer, Compilation compilation, Action<Diagnostic> report)
    {
        var named = LayerFunction.On("Provide", layer, compilation, new Problems()).Where(function => function.Name is not null).ToList();
        if (named.Count is 0 || (layer is IMethodSymbol function && !Verbs.Marks(function)))
        {
            return;
        }

        var asked = new HashSet<AttributeData>();
        foreach (var handler in Handlers.Below(layer, compilation))
        {
            var problems = new Problems();
            var isRead = HandlerParser.Parse(handler, compilation, problems) is not null;
            if (!isRead)
            {
                // What it asks for is known when the rest of it is mended.
                return;
            }

            asked.UnionWith(problems.AskedProviders.Select(provider => provider.Attribute!));
        }

        foreach (var provider in named.Where(provider => !asked.Contains(provider.Attribute!) && Providers.MadeBy(provider.Method) is not null))
        {
            report(Diagnostic.Create(Descriptors.UnaskedName, provider.Location, provider.Display, provider.LayerDisplay, Names.ShortOf(Providers.MadeBy(provider.Method)!), provider.Name));
        }
    }
}
