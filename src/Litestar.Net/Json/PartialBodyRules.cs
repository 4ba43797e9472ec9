using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Litestar.Errors;
using Litestar.Generated;
using Litestar.Validation;
using Microsoft.AspNetCore.Http;

namespace Litestar.Json;

/// <summary>Puts the rules of members to what could be read of an object that as a whole could not: they ask no more than the value.</summary>
/// <param name="names">The names of the body's members.</param>
/// <param name="context">The request.</param>
internal sealed class PartialBodyRules(JsonWireNames names, HttpContext context)
{
    /// <summary>What is wrong with one member.</summary>
    /// <param name="value">What came.</param>
    /// <param name="type">The type of the object.</param>
    /// <param name="member">The member.</param>
    /// <param name="place">Where the member stands.</param>
    public IReadOnlyList<Fault> Ask(JsonElement value, JsonTypeInfo type, JsonPropertyInfo member, JsonPlace place) =>
        Ask(() => value.Deserialize(type.Options.GetTypeInfo(member.PropertyType)), type, member, place);

    /// <summary>What is wrong with one member that did not come and need not: <c>[Required]</c> may ask for it all the same.</summary>
    /// <inheritdoc cref="Ask(JsonElement, JsonTypeInfo, JsonPropertyInfo, JsonPlace)"/>
    public IReadOnlyList<Fault> AskAbsent(JsonTypeInfo type, JsonPropertyInfo member, JsonPlace place) => member switch
    {
        { AssociatedParameter: { HasDefaultValue: true, DefaultValue: var value } } => Ask(() => value, type, member, place),
        { AssociatedParameter: { } parameter } => Ask(() => parameter.DefaultValue, type, member, place),
        { AttributeProvider: MemberInfo declared } when HandlerRegistry.IsNull(type.Type, declared.Name) => Ask(static () => null, type, member, place),
        { AttributeProvider: MemberInfo declared, Get: { } get } when type.CreateObject is { } create && HandlerRegistry.RequiredOf(type.Type).Contains(declared.Name) => Ask(() => get(create()), type, member, place),
        _ => [],
    };

    private IReadOnlyList<Fault> Ask(Func<object?> read, JsonTypeInfo type, JsonPropertyInfo member, JsonPlace place)
    {
        if (member is not { CustomConverter: null, AttributeProvider: MemberInfo declared } || HandlerRegistry.RulesOf(type.Type) is not { } check)
        {
            return [];
        }

        var report = new ValidationReport(names, context);
        try
        {
            check(declared.Name, read(), ref report);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // It could not be read after all, or the rule fails at it. Neither is an answer to what the client has done wrong.
            return [];
        }

        if (report.Faults is not { } faults)
        {
            return [];
        }

        if (place.Outer() is { Length: > 0 } path)
        {
            report.Nest(0, "=" + path);
        }

        return faults;
    }
}
