using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Diagnostics;

/// <summary>The data of one diagnostic for its code fix.</summary>
internal sealed class DiagnosticProperties
{
    private ImmutableDictionary<string, string?> _properties = ImmutableDictionary<string, string?>.Empty;

    public ImmutableDictionary<string, string?> Properties => _properties;

    /// <summary>Other locations that the remedy concerns, such as the declaration of a type.</summary>
    public ImmutableArray<Location> Places { get; init; } = [];

    /// <summary>A property by its name in <see cref="DiagnosticPropertyNames"/>. Null is not stored.</summary>
    public string? this[string name]
    {
        init => _properties = value is null ? _properties : _properties.SetItem(name, value);
    }
}
