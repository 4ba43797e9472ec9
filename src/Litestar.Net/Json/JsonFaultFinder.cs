using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Litestar.Errors;

namespace Litestar.Json;

/// <summary>
/// Finds all faults of a body that System.Text.Json has rejected: it stops at the first fault, and does not name a
/// member's type.
/// </summary>
/// <remarks>Compares the document with the metadata. Only rejected bodies are searched.</remarks>
internal sealed class JsonFaultFinder
{
    private readonly FaultCollector _found = new();
    private readonly JsonPlace _place = new();
    private readonly Dictionary<JsonTypeInfo, JsonTypeShape> _shapes = [];
    private readonly JsonTrials _trials;
    private readonly PartialBodyRules? _rules;

    private JsonFaultFinder(PartialBodyRules? rules) => (_rules, _trials) = (rules, new(_found, _place));

    /// <summary>Returns every fault of a body, at least one.</summary>
    /// <param name="body">The body.</param>
    /// <param name="type">The type of the body.</param>
    /// <param name="filled">A bit for each depth at which its own items may not be null.</param>
    /// <param name="rejection">The exception that rejected it.</param>
    /// <param name="rules">Checks the rules of its members as well; null if it is exempt from them.</param>
    public static IReadOnlyList<Fault> Of(ReadOnlyMemory<byte> body, JsonTypeInfo type, int filled, Exception rejection, PartialBodyRules? rules)
    {
        if (!Utf8.IsValid(body.Span))
        {
            return [BodyFaults.NotUtf8];
        }

        var faults = new JsonFaultFinder(rules);
        try
        {
            using var document = JsonDocument.Parse(body, new() { AllowTrailingCommas = type.Options.AllowTrailingCommas, CommentHandling = type.Options.ReadCommentHandling is JsonCommentHandling.Allow ? JsonCommentHandling.Skip : type.Options.ReadCommentHandling, MaxDepth = type.Options.MaxDepth });
            faults.Walk(document.RootElement, type, filled);
        }
        catch (JsonException exception)
        {
            return [BodyFaults.Malformed(exception, type.Options)];
        }

        return faults._found.Unread > 0 ? faults._found : Joined(JsonErrorTranslator.Of(rejection, type, "", value: null), faults._found);
    }

    private static FaultCollector Joined(IEnumerable<Fault> rejection, FaultCollector found)
    {
        var all = new FaultCollector();
        all.Add(rejection);
        all.Add(found);
        return all;
    }

    private void Walk(JsonElement element, JsonTypeInfo type, int filled)
    {
        if (_found.IsFull || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return;
        }

        // A value that could be read and broke a rule does not explain the rejection.
        var before = _found.Unread;
        if (Nullable.GetUnderlyingType(type.Type) is { } inner)
        {
            type = type.Options.GetTypeInfo(inner);
        }

        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when type.PolymorphismOptions is null:
                if (Expect(element, JsonValueKind.Object, "an object"))
                {
                    WalkMembers(element, type);
                    TryWhole(element, type, before);
                }

                break;
            case JsonTypeInfoKind.Enumerable when type.ElementType is { } item:
                if (Expect(element, JsonValueKind.Array, "an array"))
                {
                    WalkItems(element, type.Options.GetTypeInfo(item), filled);
                }

                break;
            case JsonTypeInfoKind.Dictionary when type.ElementType is { } value:
                if (Expect(element, JsonValueKind.Object, "an object"))
                {
                    WalkValues(element, type, type.Options.GetTypeInfo(value), filled);
                }

                break;
            case JsonTypeInfoKind.Object:
                if (Expect(element, JsonValueKind.Object, "an object"))
                {
                    WalkDerived(element, type);
                    TryWhole(element, type, before);
                }

                break;
            default:
                if (ClosedTypeGraph.IsDocument(type.Type))
                {
                    new UntypedJsonFaultFinder(_found, _place).Walk(element, type.Options.AllowDuplicateProperties);
                }

                if (_found.Unread == before)
                {
                    _trials.Try(element, type);
                }

                break;
        }
    }

    private void WalkMembers(JsonElement element, JsonTypeInfo type, string? discriminator = null)
    {
        var shape = ShapeOf(type);
        var values = ValuesOf(element, type, shape, discriminator);
        for (var i = 0; i < values.Length && !_found.IsFull; i++)
        {
            _place.Enter(shape.Members[i].Name);
            WalkMember(values[i], type, shape.Members[i]);
            _place.Leave();
        }
    }

    private void WalkMember(JsonElement? sent, JsonTypeInfo type, JsonPropertyInfo member)
    {
        if (sent is not { } value)
        {
            if (member.IsRequired)
            {
                _found.Add(BodyFaults.MemberMissing(_place.ToString()));
            }
            else if (_rules is not null && !_found.IsFull)
            {
                _found.Add(_rules.AskAbsent(type, member, _place));
            }
        }
        else if (member.Set is null && member.AssociatedParameter is null)
        {
            return;
        }
        else if (value.ValueKind is JsonValueKind.Null && (!JsonErrorTranslator.IsNullable(member) || NullItemFinder.IsNonNull(type, member)))
        {
            _found.Add(BodyFaults.Null(_place.ToString()));
        }
        else
        {
            var before = _found.Unread;
            if (value.ValueKind is not JsonValueKind.Null && member.CustomConverter is null)
            {
                Walk(value, type.Options.GetTypeInfo(member.PropertyType), NullItemFinder.DepthsOf(type, member));
                Locate(before, type, member);
            }

            if (_rules is not null && !_found.IsLate && _found.Unread == before && !_found.IsFull && _trials.Spend(value))
            {
                _found.Add(_rules.Ask(value, type, member, _place));
            }
        }
    }

    // For a value that could not be read, the message has the limits of its rule.
    private void Locate(int before, JsonTypeInfo type, JsonPropertyInfo member)
    {
        if (_found.Unread > before && _rules is not null && _found[^1] is { Expected: not null, Member: null } fault && member.AttributeProvider is MemberInfo declared && fault.Key == Excerpt.Path(_place.ToString()))
        {
            fault.Member = (type.Type, declared.Name);
        }
    }

    // The value of each member, in one pass over the object. The last of repeated members counts, as in the serializer.
    private JsonElement?[] ValuesOf(JsonElement element, JsonTypeInfo type, JsonTypeShape shape, string? discriminator)
    {
        var values = new JsonElement?[shape.Members.Length];
        foreach (var member in element.EnumerateObject())
        {
            if (!JsonName.TryFind(member, shape.Indices, out var index))
            {
                _found.Add(BodyFaults.KeyUnreadable(_place.ToString(), JsonName.Of(member), texts => texts.Expected(typeof(string))));
            }
            else if (index >= 0)
            {
                if (values[index] is not null && !type.Options.AllowDuplicateProperties)
                {
                    Tell(member, BodyFaults.MemberRepeated);
                }

                values[index] = member.Value;
            }
            else if (shape.IsClosed && !IsMetadata(member, type, discriminator))
            {
                Tell(member, BodyFaults.MemberUnknown);
            }

            if (_found.IsFull)
            {
                break;
            }
        }

        return values;
    }

    private static bool IsMetadata(JsonProperty member, JsonTypeInfo type, string? discriminator) =>
        (discriminator is not null && member.NameEquals(discriminator))
        || (type.Options.ReferenceHandler is not null && (member.NameEquals("$id") || member.NameEquals("$ref") || member.NameEquals("$values")));

    private void Tell(JsonProperty member, Func<string, Fault> fault)
    {
        _place.Enter(member);
        _found.Add(fault(_place.ToString()));
        _place.Leave();
    }

    private JsonTypeShape ShapeOf(JsonTypeInfo type)
    {
        if (!_shapes.TryGetValue(type, out var shape))
        {
            _shapes[type] = shape = new(type);
        }

        return shape;
    }

    // The discriminator selects the type whose members apply.
    private void WalkDerived(JsonElement element, JsonTypeInfo type)
    {
        var options = type.PolymorphismOptions!;
        var name = options.TypeDiscriminatorPropertyName;
        if (JsonName.Find(element, name) is not { } kind)
        {
            if (type.Type.IsAbstract)
            {
                _found.Add(BodyFaults.MemberMissing(JsonPath.Of(_place.ToString(), name)));
            }
            else
            {
                WalkMembers(element, type, name);
            }

            return;
        }

        foreach (var derived in options.DerivedTypes)
        {
            if (kind.ValueKind is JsonValueKind.String ? derived.TypeDiscriminator is string text && JsonName.TryRead(kind, out var said) && said == text : derived.TypeDiscriminator is int number && kind.GetRawText() == $"{number}")
            {
                WalkMembers(element, type.Options.GetTypeInfo(derived.DerivedType), name);
                return;
            }
        }

        _found.Add(BodyFaults.MemberUnreadable(JsonPath.Of(_place.ToString(), name), _ => $"one of {string.Join(", ", options.DerivedTypes.Select(derived => derived.TypeDiscriminator))}", Excerpt.Of(kind)));
    }

    private void WalkItems(JsonElement array, JsonTypeInfo type, int filled)
    {
        var index = 0;
        foreach (var item in array.EnumerateArray().TakeWhile(_ => !_found.IsFull))
        {
            _place.Enter(index++);
            WalkOrNull(item, type, filled);
            _place.Leave();
        }
    }

    private void WalkValues(JsonElement map, JsonTypeInfo type, JsonTypeInfo value, int filled)
    {
        var keys = type.Options.AllowDuplicateProperties ? null : new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in map.EnumerateObject().TakeWhile(_ => !_found.IsFull))
        {
            var before = _found.Unread;
            if (!JsonName.TryRead(entry, out var name))
            {
                _found.Add(BodyFaults.KeyUnreadable(_place.ToString(), name, texts => texts.Expected(type.KeyType ?? typeof(string))));
                continue;
            }

            if (keys?.Add(name) is false)
            {
                Tell(entry, BodyFaults.MemberRepeated);
                continue;
            }

            _place.Enter(entry);
            WalkOrNull(entry.Value, value, filled);
            _place.Leave();
            if (_found.Unread == before && type.KeyType is { } key && key != typeof(string) && !JsonTrials.Reads(type, name, entry.Value))
            {
                _found.Add(BodyFaults.KeyUnreadable(_place.ToString(), name, texts => texts.Expected(key)));
            }
        }
    }

    private void WalkOrNull(JsonElement element, JsonTypeInfo type, int filled)
    {
        if (element.ValueKind is not JsonValueKind.Null)
        {
            Walk(element, type, filled >> 1);
        }
        else if ((filled & 1) is 1 || (type.Type.IsValueType && Nullable.GetUnderlyingType(type.Type) is null))
        {
            _found.Add(BodyFaults.Null(_place.ToString()));
        }
    }

    // Finds faults that members' types do not show: a constructor, a setter or a converter rejects the value.
    private void TryWhole(JsonElement element, JsonTypeInfo type, int before)
    {
        if (_found.Unread == before && _trials.Spend(element))
        {
            _trials.Try(element, type);
        }
    }

    private bool Expect(JsonElement element, JsonValueKind kind, string words)
    {
        if (element.ValueKind == kind)
        {
            return true;
        }

        _found.Add(BodyFaults.MemberUnreadable(_place.ToString(), _ => words, Excerpt.Of(element)));
        return false;
    }
}
