using Litestar.Generator.Model;
using Litestar.Generator.Parse.Json;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Rules;

/// <summary>Follows a handler's parameter types to all inner types, and finds those that have rules anywhere.</summary>
internal sealed class RulesGraph(ParseDiagnostics diagnostics, RulelessTypeCache plain)
{
    private readonly Dictionary<ITypeSymbol, Node> _nodes = new(SymbolEqualityComparer.Default);

    /// <summary>Returns the objects with rules in a value of a type; null if there are none.</summary>
    public NestedModel? Reach(ITypeSymbol type)
    {
        if (plain.Has(type))
        {
            return null;
        }

        var said = diagnostics.Count;
        var nested = ShapeOf(type) is { } shape ? ModelOf(shape) : null;
        if (nested is null && diagnostics.Count == said)
        {
            plain.Add(type);
        }

        return nested;
    }

    /// <summary>Every type with rules that was found so far.</summary>
    public EquatableArray<RulesModel> Models => new([.. _nodes.Values.Where(node => node.HasRules).Select(node => node.Model())]);

    private NestedModel? ModelOf(Shape shape)
    {
        Settle();
        return shape.Model();
    }

    // A type that contains one with rules has rules; and types may contain each other.
    private void Settle()
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var node in _nodes.Values.Where(node => !node.HasRules && node.Leads.Any(other => other.HasRules)))
            {
                node.HasRules = changed = true;
            }
        }
    }

    private Shape? ShapeOf(ITypeSymbol type)
    {
        if (ValueRulesParser.IsNullable(type))
        {
            return ObjectOf(ValueRulesParser.Bare(type)) is { } value ? new(Nesting.Nullable, type) { Node = value } : null;
        }

        if (ValueRulesParser.ElementOf(type) is { } element)
        {
            var entry = element is INamedTypeSymbol { Name: "KeyValuePair", TypeArguments.Length: 2 } pair && pair.ContainingNamespace.ToDisplayString() is "System.Collections.Generic" ? pair : null;
            return ShapeOf(entry?.TypeArguments[1] ?? element) is { } inner
                ? new(entry is null ? Nesting.Items : Nesting.Entries, type) { Inner = inner, Key = entry?.TypeArguments[0] }
                : null;
        }

        return ObjectOf(type) is { } node ? new(type.IsValueType ? Nesting.Value : Nesting.Reference, type) { Node = node } : null;
    }

    private Node? ObjectOf(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface, IsTupleType: false } named
            || FrameworkTypes.Declares(type) || Reachability.FirstUnreachable(type) is not null)
        {
            return null;
        }

        if (_nodes.TryGetValue(named, out var known))
        {
            return known;
        }

        var node = new Node(named);
        _nodes.Add(named, node);
        Fill(node);
        return node;
    }

    private void Fill(Node node)
    {
        var type = node.Type;
        foreach (var property in RuleMembers.Of(type))
        {
            var isIgnored = RuleMembers.IsIgnoredByJson(property);
            if (isIgnored && !RuleMembers.IsSettable(property, type))
            {
                continue;
            }

            var attributes = RuleMembers.AttributesOf(property, type).ToList();
            var rules = ValueRulesParser.Parse(attributes, RuleMembers.TypeOf(property), $"'{property.Name}' of '{type.Name}'", type, diagnostics);
            var shape = RuleMembers.IsSkipped(attributes) || !RuleMembers.IsSettable(property, type) ? null : ShapeOf(RuleMembers.TypeOf(property));
            if ((rules.Count > 0 || shape is not null) && !RuleMembers.IsSkipped(attributes))
            {
                node.Members.Add(new(property.Name, RuleMembers.WireNameOf(property), SymbolNames.Of(RuleMembers.TypeOf(property)), RuleMembers.DisplayOf(attributes), rules, shape, isIgnored));
            }
        }

        foreach (var member in RuleMembers.Idle(type))
        {
            ValueRulesParser.ReportIdle(member, diagnostics);
        }

        node.Rules = ValueRulesParser.Parse(RuleMembers.AttributesOf(type), type, $"'{type.Name}'", type, diagnostics);
        node.ValidatesItself = type.AllInterfaces.Any(RuleMembers.IsValidatableObject);
        node.HasRules = node.Rules.Count > 0 || node.ValidatesItself || node.Members.Any(member => member.Rules.Count > 0);
        foreach (var heir in HeirsOf(type))
        {
            if (ObjectOf(heir) is { } found)
            {
                node.Heirs.Add(found);
            }
        }
    }

    /// <summary>Returns the types that JSON may send in place of a base; the most derived first, because the first match wins.</summary>
    private static IEnumerable<ITypeSymbol> HeirsOf(INamedTypeSymbol type) => JsonAttributes.DerivedOf(type)
        .Where(heir => !SymbolEqualityComparer.Default.Equals(heir, type) && Inherits(heir, type))
        .Distinct<ITypeSymbol>(SymbolEqualityComparer.Default)
        .OrderByDescending(Depth);

    private static bool Inherits(ITypeSymbol heir, ITypeSymbol type)
    {
        for (var owner = heir.BaseType; owner is not null; owner = owner.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(owner, type))
            {
                return true;
            }
        }

        return heir.AllInterfaces.Contains(type, SymbolEqualityComparer.Default);
    }

    private static int Depth(ITypeSymbol type) => type.BaseType is { } owner ? Depth(owner) + 1 : 0;

    /// <summary>A type whose rules are not yet known.</summary>
    private sealed class Node(INamedTypeSymbol type)
    {
        public INamedTypeSymbol Type => type;

        public List<GraphMember> Members { get; } = [];

        public List<Node> Heirs { get; } = [];

        public EquatableArray<RuleModel> Rules { get; set; }

        public bool ValidatesItself { get; set; }

        public bool HasRules { get; set; }

        public string ClassName => RuleClassNames.ClassOf(type);

        public IEnumerable<Node> Leads => Members.Select(member => member.Shape?.Target).Concat(Heirs).OfType<Node>();

        public RulesModel Model() => new(
            ClassName,
            SymbolNames.OfValue(type),
            SymbolNames.ShortOf(type),
            new([.. Members.Where(member => member.Rules.Count > 0 || member.Shape?.Target.HasRules is true).Select(member => new CheckedMember(member.Name, member.WireName, member.Type, member.Display, member.Rules, member.Shape?.Model(), member.IsOfForm))]),
            Rules,
            ValidatesItself,
            IsRecursive(),
            new([.. Heirs.Any(heir => heir.HasRules) ? Heirs.Select(heir => new DerivedTypeModel(SymbolNames.OfValue(heir.Type), heir.HasRules ? heir.ClassName : null)) : []]));

        private bool IsRecursive()
        {
            var seen = new HashSet<Node>();
            var next = new Stack<Node>(Leads);
            while (next.Count > 0)
            {
                var node = next.Pop();
                if (node == this)
                {
                    return true;
                }

                if (seen.Add(node))
                {
                    foreach (var lead in node.Leads)
                    {
                        next.Push(lead);
                    }
                }
            }

            return false;
        }
    }

    private sealed record GraphMember(string Name, string WireName, string Type, string? Display, EquatableArray<RuleModel> Rules, Shape? Shape, bool IsOfForm);

    /// <summary>The way in which a value contains objects.</summary>
    private sealed class Shape(Nesting kind, ITypeSymbol type)
    {
        public Node? Node { get; init; }

        public Shape? Inner { get; init; }

        public ITypeSymbol? Key { get; init; }

        public Node Target => Node ?? Inner!.Target;

        public NestedModel? Model() => !Target.HasRules ? null : Inner is null
            ? new(kind, SymbolNames.OfValue(type), Target.ClassName)
            : new(kind, SymbolNames.OfValue(type), Held: Inner.TypeName, Key: Key is null ? "" : SymbolNames.Of(Key), Inner: Inner.Model());

        private string TypeName => SymbolNames.OfValue(type);
    }
}
