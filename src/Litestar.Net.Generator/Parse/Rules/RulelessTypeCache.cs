using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Rules;

/// <summary>Caches the types that have no rules at any depth, because many handlers use the same types.</summary>
internal sealed class RulelessTypeCache
{
    // The results for a compilation's types are collected with the compilation.
    private static readonly ConditionalWeakTable<Compilation, RulelessTypeCache> Known = new();

    private readonly ConcurrentDictionary<ITypeSymbol, bool> _types = new(SymbolEqualityComparer.Default);

    public static RulelessTypeCache Of(Compilation compilation) => Known.GetValue(compilation, static _ => new());

    public bool Has(ITypeSymbol type) => _types.ContainsKey(type);

    public void Add(ITypeSymbol type) => _types.TryAdd(type, true);
}
