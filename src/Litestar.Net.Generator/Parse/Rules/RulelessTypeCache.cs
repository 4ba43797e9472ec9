using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Rules;

/// <summary>The types that are known to hold no rules, however deep: many handlers take the same.</summary>
internal sealed class RulelessTypeCache
{
    // What is known of a compilation's types goes with the compilation.
    private static readonly ConditionalWeakTable<Compilation, RulelessTypeCache> Known = new();

    private readonly ConcurrentDictionary<ITypeSymbol, bool> _types = new(SymbolEqualityComparer.Default);

    public static RulelessTypeCache Of(Compilation compilation) => Known.GetValue(compilation, static _ => new());

    public bool Has(ITypeSymbol type) => _types.ContainsKey(type);

    public void Add(ITypeSymbol type) => _types.TryAdd(type, true);
}
