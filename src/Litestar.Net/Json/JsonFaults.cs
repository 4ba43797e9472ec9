using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Litestar.Rejections;

namespace Litestar.Json;

/// <summary>Finds all that is wrong with a body which System.Text.Json has refused: it stops at the first fault, and names no member's type.</summary>
/// <remarks>Walks the metadata beside the document. Only refused bodies are walked.</remarks>
internal sealed class JsonFaults
{
    // A small body can hold a million faults; nobody reads that many, and an answer must not outgrow its request.
    private const int Most = 100;

    // Each object is read once more by itself, and again as part of what is around it: this many bytes of them in all.
    private int _budget = 4 * 1024 * 1024;

    private readonly List<Fault> _found = [];
    private readonly MemberRules? _rules;

    private JsonFaults(MemberRules? rules) => _rules = rules;

    /// <summary>Every fault of a body, at least one.</summary>
    /// <param name="body">The body.</param>
    /// <param name="type">The type it was to be.</param>
    /// <param name="filled">A bit for each depth at which its own items may not be null.</param>
    /// <param name="refusal">Why it was refused.</param>
    /// <param name="rules">Asks the rules of its members as well; none where it is exempt from them.</param>
    public static IReadOnlyList<Fault> Of(ReadOnlyMemory<byte> body, JsonTypeInfo type, int filled, Exception refusal, MemberRules? rules)
    {
        if (!Utf8.IsValid(body.Span))
        {
            return [BodyFaults.NotUtf8];
        }

        var faults = new JsonFaults(rules);
        try
        {
            using var document = JsonDocument.Parse(body, new() { AllowTrailingCommas = type.Options.AllowTrailingCommas, CommentHandling = type.Options.ReadCommentHandling is JsonCommentHandling.Allow ? JsonCommentHandling.Skip : type.Options.ReadCommentHandling, MaxDepth = type.Options.MaxDepth });
            faults.Walk(document.RootElement, type, "", filled);
        }
        catch (JsonException exception)
        {
            return [BodyFaults.Malformed(exception, type.Options)];
        }

        return faults.Unread > 0 ? faults._found : [.. JsonRefusal.Of(refusal, type, "", value: null), .. faults._found];
    }

    // What could be read, and broke a rule, says nothing of why the body was refused.
    private int Unread => _found.Count(fault => !fault.IsOfRule);

    private bool IsFull => _found.Count >= Most;

    private void Walk(JsonElement element, JsonTypeInfo type, string path, int filled)
    {
        if (IsFull)
        {
            return;
        }

        var before = Unread;
        if (Nullable.GetUnderlyingType(type.Type) is { } inner)
        {
            type = type.Options.GetTypeInfo(inner);
        }

        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when type.PolymorphismOptions is null:
                if (Expect(element, JsonValueKind.Object, path, "an object"))
                {
                    WalkMembers(element, type, path);
                    TryWhole(element, type, path, before);
                }

                break;
            case JsonTypeInfoKind.Enumerable when type.ElementType is { } item:
                if (Expect(element, JsonValueKind.Array, path, "an array"))
                {
                    WalkItems(element, type.Options.GetTypeInfo(item), path, filled);
                }

                break;
            case JsonTypeInfoKind.Dictionary when type.ElementType is { } value:
                if (Expect(element, JsonValueKind.Object, path, "an object"))
                {
                    WalkValues(element, type, type.Options.GetTypeInfo(value), path, filled);
                }

                break;
            case JsonTypeInfoKind.Object:
                if (Expect(element, JsonValueKind.Object, path, "an object"))
                {
                    WalkDerived(element, type, path);
                    TryWhole(element, type, path, before);
                }

                break;
            default:
                Try(element, type, path);
                break;
        }
    }

    private void WalkMembers(JsonElement element, JsonTypeInfo type, string path)
    {
        foreach (var member in Declared(type).TakeWhile(_ => !IsFull))
        {
            var at = JsonPath.Of(path, member.Name);
            if (Find(element, member.Name, type.Options.PropertyNameCaseInsensitive) is not { } value)
            {
                if (member.IsRequired)
                {
                    _found.Add(BodyFaults.MemberMissing(at));
                }
            }
            else if (member.Set is null && member.AssociatedParameter is null)
            {
                continue;
            }
            else if (value.ValueKind is JsonValueKind.Null && (!JsonRefusal.IsNullable(member) || FilledItems.IsFilled(type, member)))
            {
                _found.Add(BodyFaults.Null(at));
            }
            else
            {
                var before = Unread;
                if (value.ValueKind is not JsonValueKind.Null && member.CustomConverter is null)
                {
                    Walk(value, type.Options.GetTypeInfo(member.PropertyType), at, FilledItems.DepthsOf(type, member));
                }

                if (_rules is not null && Unread == before && Spend(value))
                {
                    _found.AddRange(_rules.Ask(value, type, member, path));
                }
            }
        }
    }

    // As they stand in the source: those of a constructor in its order, then those of a base before one's own.
    private static IEnumerable<JsonPropertyInfo> Declared(JsonTypeInfo type) => type.Properties
        .OrderBy(member => member.AssociatedParameter?.Position ?? int.MaxValue)
        .ThenBy(member => member.AttributeProvider is MemberInfo { DeclaringType: { } owner } ? DepthOf(owner) : int.MaxValue);

    private static int DepthOf(Type type) => type.BaseType is { } owner ? DepthOf(owner) + 1 : 0;

    // The discriminator says which type's members are meant.
    private void WalkDerived(JsonElement element, JsonTypeInfo type, string path)
    {
        var options = type.PolymorphismOptions!;
        var name = options.TypeDiscriminatorPropertyName;
        var at = JsonPath.Of(path, name);
        if (Find(element, name, ignoreCase: false) is not { } kind)
        {
            if (type.Type.IsAbstract)
            {
                _found.Add(BodyFaults.MemberMissing(at));
            }
            else
            {
                WalkMembers(element, type, path);
            }

            return;
        }

        foreach (var derived in options.DerivedTypes)
        {
            if (kind.ValueKind is JsonValueKind.String ? kind.GetString() == derived.TypeDiscriminator as string : derived.TypeDiscriminator is int number && kind.GetRawText() == $"{number}")
            {
                WalkMembers(element, type.Options.GetTypeInfo(derived.DerivedType), path);
                return;
            }
        }

        _found.Add(BodyFaults.MemberUnreadable(at, _ => $"one of {string.Join(", ", options.DerivedTypes.Select(derived => derived.TypeDiscriminator))}", Excerpt.Of(kind.GetRawText())));
    }

    private void WalkItems(JsonElement array, JsonTypeInfo type, string path, int filled)
    {
        var index = 0;
        foreach (var item in array.EnumerateArray().TakeWhile(_ => !IsFull))
        {
            WalkOrNull(item, type, $"{path}[{index++}]", filled);
        }
    }

    private void WalkValues(JsonElement map, JsonTypeInfo type, JsonTypeInfo value, string path, int filled)
    {
        foreach (var entry in map.EnumerateObject().TakeWhile(_ => !IsFull))
        {
            var before = Unread;
            WalkOrNull(entry.Value, value, JsonPath.Of(path, entry.Name), filled);
            if (Unread == before && type.KeyType is { } key && key != typeof(string) && !Reads(type, entry))
            {
                _found.Add(BodyFaults.KeyUnreadable(path, entry.Name, texts => texts.Expected(key)));
            }
        }
    }

    // With a value that can be read, only the key can be at fault.
    private static bool Reads(JsonTypeInfo map, JsonProperty entry)
    {
        try
        {
            new JsonObject { [entry.Name] = JsonNode.Parse(entry.Value.GetRawText()) }.Deserialize(map);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException || ClientMistake.Is(exception))
        {
            return false;
        }
    }

    private void WalkOrNull(JsonElement element, JsonTypeInfo type, string path, int filled)
    {
        if (element.ValueKind is not JsonValueKind.Null)
        {
            Walk(element, type, path, filled >> 1);
        }
        else if ((filled & 1) is 1 || (type.Type.IsValueType && Nullable.GetUnderlyingType(type.Type) is null))
        {
            _found.Add(BodyFaults.Null(path));
        }
    }

    // What the members' types do not tell: that a constructor, a setter or a converter refuses the value.
    private void TryWhole(JsonElement element, JsonTypeInfo type, string path, int before)
    {
        if (Unread == before && Spend(element))
        {
            Try(element, type, path);
        }
    }

    private bool Spend(JsonElement element)
    {
        var length = JsonMarshal.GetRawUtf8Value(element).Length;
        var isLeft = length <= _budget;
        _budget -= isLeft ? length : 0;
        return isLeft;
    }

    private void Try(JsonElement element, JsonTypeInfo type, string path)
    {
        try
        {
            element.Deserialize(type);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException || ClientMistake.Is(exception))
        {
            _found.AddRange(JsonRefusal.Of(exception, type, path, element));
        }
        catch (Exception)
        {
            // A fault of the server's, and no answer to the question what the client has done wrong.
        }
    }

    private bool Expect(JsonElement element, JsonValueKind kind, string path, string words)
    {
        if (element.ValueKind == kind)
        {
            return true;
        }

        _found.Add(BodyFaults.MemberUnreadable(path, _ => words, Excerpt.Of(element.GetRawText())));
        return false;
    }

    // The last of several members of one name counts, as it does for the serializer.
    private static JsonElement? Find(JsonElement element, string name, bool ignoreCase)
    {
        JsonElement? found = null;
        foreach (var member in element.EnumerateObject())
        {
            if (member.Name.Equals(name, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
            {
                found = member.Value;
            }
        }

        return found;
    }
}
