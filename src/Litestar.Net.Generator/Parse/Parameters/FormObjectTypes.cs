using Litestar.Generator.Model;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Parameters;

/// <summary>The types that one handler reads from its form member by member, each with its own function.</summary>
internal sealed class FormObjectTypes
{
    private readonly Dictionary<ITypeSymbol, string> _readers = new(SymbolEqualityComparer.Default);
    private readonly List<(ITypeSymbol Owner, ITypeSymbol Required)> _required = [];
    private readonly List<FormTypeModel> _found = [];

    public IEnumerable<FormTypeModel> Models => _found;

    /// <summary>Returns the function that reads a type. Its members are parsed the first time.</summary>
    public string ReaderOf(ITypeSymbol type, IReadOnlyList<ConstructionMember> members, Func<ConstructionMember, string, ParameterModel> parse)
    {
        if (_readers.TryGetValue(type, out var known))
        {
            return known;
        }

        var name = $"Read{type.Name}";
        for (var i = 2; _readers.ContainsValue(name); i++)
        {
            name = $"Read{type.Name}{i}";
        }

        _readers.Add(type, name);
        var place = _found.Count;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var read = members.Select(member => parse(member, LocalOf(member, taken))).ToArray();
        _found.Insert(place, new(SymbolNames.OfValue(type), name, new(read)));
        return name;
    }

    /// <summary>Marks a type as required by another; returns true if they require each other.</summary>
    public bool Requires(ITypeSymbol owner, ITypeSymbol required)
    {
        _required.Add((owner, required));
        return Reaches(required, owner, []);
    }

    // Names may differ in case alone.
    private static string LocalOf(ConstructionMember member, HashSet<string> taken)
    {
        var name = WireNaming.Camel(member.Name);
        while (!taken.Add(name))
        {
            name += "_";
        }

        return name;
    }

    private bool Reaches(ITypeSymbol from, ITypeSymbol to, HashSet<string> seen) =>
        SymbolEqualityComparer.Default.Equals(from, to)
        || (seen.Add(SymbolNames.OfValue(from)) && _required.Exists(link => SymbolEqualityComparer.Default.Equals(link.Owner, from) && Reaches(link.Required, to, seen)));
}
