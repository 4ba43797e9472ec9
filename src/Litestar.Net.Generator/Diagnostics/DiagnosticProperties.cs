using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Diagnostics;

/// <summary>What a code fix needs to know of one diagnostic.</summary>
internal sealed class DiagnosticProperties
{
    private ImmutableDictionary<string, string?> _properties = ImmutableDictionary<string, string?>.Empty;

    public ImmutableDictionary<string, string?> Properties => _properties;

    /// <summary>Other places that the remedy concerns, such as the declaration of a type.</summary>
    public ImmutableArray<Location> Places { get; init; } = [];

    /// <summary>One of the names in <see cref="DiagnosticPropertyNames"/>; none is kept where there is no value.</summary>
    public string? this[string name]
    {
        init => _properties = value is null ? _properties : _properties.SetItem(name, value);
    }
}
