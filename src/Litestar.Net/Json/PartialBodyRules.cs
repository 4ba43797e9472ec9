using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Litestar.Errors;
using Litestar.Generated;
using Litestar.Validation;
using Microsoft.AspNetCore.Http;

namespace Litestar.Json;

/// <summary>
/// Checks the rules of the members that could be read when the object as a whole could not. These rules need only the
/// value.
/// </summary>
/// <param name="names">The names of the body's members.</param>
/// <param name="context">The request.</param>
internal sealed class PartialBodyRules(JsonWireNames names, HttpContext context)
{
    /// <summary>Returns the faults of one member.</summary>
    /// <param name="value">The received value.</param>
    /// <param name="type">The type of the object.</param>
    /// <param name="member">The member.</param>
    /// <param name="place">The path of the member.</param>
    public IReadOnlyList<Fault> Ask(JsonElement value, JsonTypeInfo type, JsonPropertyInfo member, JsonPlace place) =>
        Ask(() => value.Deserialize(type.Options.GetTypeInfo(member.PropertyType)), type, member, place);

    /// <summary>Returns the faults of one optional member that is missing: <c>[Required]</c> may still require it.</summary>
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
            // It could not be read after all, or the rule throws. Neither is a fault of the client.
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
