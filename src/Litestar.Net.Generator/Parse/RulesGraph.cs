using Litestar.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>Follows the types that a handler takes to all they hold, and finds those that have rules anywhere.</summary>
internal sealed class RulesGraph(Problems problems, PlainTypes plain)
{
    private readonly Dictionary<ITypeSymbol, Node> _nodes = new(SymbolEqualityComparer.Default);

    /// <summary>What a value of a type holds that has rules; none where nothing has.</summary>
    public NestedModel? Reach(ITypeSymbol type)
    {
        if (plain.Has(type))
        {
            return null;
        }

        var said = problems.Count;
        var nested = ShapeOf(type) is { } shape ? ModelOf(shape) : null;
        if (nested is null && problems.Count == said)
        {
            plain.Add(type);
        }

        return nested;
    }

    /// <summary>Every type with rules that was reached so far.</summary>
    public EquatableArray<RulesModel> Found => new([.. _nodes.Values.Where(node => node.HasRules).Select(node => node.Model())]);

    private NestedModel? ModelOf(Shape shape)
    {
        Settle();
        return shape.Model();
    }

    // A type that holds one with rules has rules; and types may hold each other.
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
        if (RulesOfValue.IsNullable(type))
        {
            return ObjectOf(RulesOfValue.Bare(type)) is { } value ? new(Nesting.Nullable, type) { Node = value } : null;
        }

        if (RulesOfValue.ElementOf(type) is { } element)
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
            || Framework.Declares(type) || Reachability.FirstUnreachable(type) is not null)
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
        foreach (var property in RulesMembers.Of(type))
        {
            var isIgnored = RulesMembers.IsIgnoredByJson(property);
            if (isIgnored && !RulesMembers.IsSettable(property, type))
            {
                continue;
            }

            var attributes = RulesMembers.AttributesOf(property, type).ToList();
            var rules = RulesOfValue.Parse(attributes, RulesMembers.TypeOf(property), $"'{property.Name}' of '{type.Name}'", type, problems);
            var shape = RulesMembers.IsSkipped(attributes) || !RulesMembers.IsSettable(property, type) ? null : ShapeOf(RulesMembers.TypeOf(property));
            if ((rules.Count > 0 || shape is not null) && !RulesMembers.IsSkipped(attributes))
            {
                node.Members.Add(new(property.Name, RulesMembers.WireNameOf(property), Names.Of(RulesMembers.TypeOf(property)), RulesMembers.DisplayOf(attributes), rules, shape, isIgnored));
            }
        }

        foreach (var member in RulesMembers.Idle(type))
        {
            RulesOfValue.ReportIdle(member, problems);
        }

        node.Rules = RulesOfValue.Parse(RulesMembers.AttributesOf(type), type, $"'{type.Name}'", type, problems);
        node.ValidatesItself = type.AllInterfaces.Any(RulesMembers.IsOwnJudge);
        node.HasRules = node.Rules.Count > 0 || node.ValidatesItself || node.Members.Any(member => member.Rules.Count > 0);
        foreach (var heir in HeirsOf(type))
        {
            if (ObjectOf(heir) is { } found)
            {
                node.Heirs.Add(found);
            }
        }
    }

    /// <summary>What JSON may bring in the place of a base; the most derived first, for the first that fits is taken.</summary>
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

    /// <summary>A type, while it is not yet known whether it has rules.</summary>
    private sealed class Node(INamedTypeSymbol type)
    {
        public INamedTypeSymbol Type => type;

        public List<Member> Members { get; } = [];

        public List<Node> Heirs { get; } = [];

        public EquatableArray<RuleModel> Rules { get; set; }

        public bool ValidatesItself { get; set; }

        public bool HasRules { get; set; }

        public string ClassName => RulesNames.ClassOf(type);

        public IEnumerable<Node> Leads => Members.Select(member => member.Shape?.Target).Concat(Heirs).OfType<Node>();

        public RulesModel Model() => new(
            ClassName,
            Names.OfValue(type),
            Names.ShortOf(type),
            new([.. Members.Where(member => member.Rules.Count > 0 || member.Shape?.Target.HasRules is true).Select(member => new CheckedModel(member.Name, member.WireName, member.Type, member.Display, member.Rules, member.Shape?.Model(), member.IsOfForm))]),
            Rules,
            ValidatesItself,
            IsRecursive(),
            new([.. Heirs.Any(heir => heir.HasRules) ? Heirs.Select(heir => new HeirModel(Names.OfValue(heir.Type), heir.HasRules ? heir.ClassName : null)) : []]));

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

    private sealed record Member(string Name, string WireName, string Type, string? Display, EquatableArray<RuleModel> Rules, Shape? Shape, bool IsOfForm);

    /// <summary>How a value holds objects.</summary>
    private sealed class Shape(Nesting kind, ITypeSymbol type)
    {
        public Node? Node { get; init; }

        public Shape? Inner { get; init; }

        public ITypeSymbol? Key { get; init; }

        public Node Target => Node ?? Inner!.Target;

        public NestedModel? Model() => !Target.HasRules ? null : Inner is null
            ? new(kind, Names.OfValue(type), Target.ClassName)
            : new(kind, Names.OfValue(type), Held: Inner.TypeName, Key: Key is null ? "" : Names.Of(Key), Inner: Inner.Model());

        private string TypeName => Names.OfValue(type);
    }
}
