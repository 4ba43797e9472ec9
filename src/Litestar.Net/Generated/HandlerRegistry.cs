using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;
using FluentValidation;
using Litestar.Json;
using Litestar.Validation;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;

namespace Litestar.Generated;

/// <summary>What the module initializers of generated code leave behind: every declared handler, and the JSON metadata of its types.</summary>
/// <remarks>It is filled before an app is built and never changes an entry; what belongs to one app lives in that app.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HandlerRegistry
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<HandlerDeclaration>> Assemblies = new();
    private static readonly ConcurrentQueue<IJsonTypeInfoResolver> Resolvers = new();
    private static readonly ConcurrentQueue<ValidatorDeclaration> Validators = new();
    private static readonly ConcurrentQueue<Action<RouteOptions>> Constraints = new();
    private static readonly ConcurrentQueue<ErrorHandlerDeclaration> ErrorHandlers = new();
    private static readonly ConcurrentDictionary<Type, string[]> Required = new();
    private static readonly ConcurrentDictionary<Type, string[]> Declared = new();
    private static readonly ConcurrentDictionary<Type, string[]> Nulls = new();
    private static readonly ConcurrentDictionary<Type, (string Member, int Depths)[]> NonNullItems = new();
    private static readonly ConcurrentDictionary<Type, MemberRuleCheck> Rules = new();
    private static readonly ConcurrentDictionary<Type, EnumJsonType> Enums = new();

    /// <summary>Called once by each assembly that declares handlers.</summary>
    /// <param name="assembly">The assembly's name.</param>
    /// <param name="handlers">Its handlers in the order of their source.</param>
    public static void Add(string assembly, params HandlerDeclaration[] handlers) => Assemblies[assembly] = handlers;

    /// <summary>Called for each error handler that code hands to a list or an app.</summary>
    /// <param name="handler">What the build knows of it.</param>
    public static void AddErrorHandler(ErrorHandlerDeclaration handler) => ErrorHandlers.Enqueue(handler);

    /// <summary>Called once by each assembly whose handlers read or write JSON.</summary>
    /// <param name="resolver">The metadata of the types that stand in its handlers' signatures.</param>
    public static void AddJson(IJsonTypeInfoResolver resolver) => Resolvers.Enqueue(resolver);

    /// <summary>Called once for each FluentValidation validator that a build has found.</summary>
    /// <param name="type">The validator's type.</param>
    /// <param name="create">Makes one for a request.</param>
    /// <param name="needs">What its constructor asks of the container.</param>
    /// <typeparam name="T">The type it judges.</typeparam>
    public static void AddValidator<T>(Type type, Func<ValidatorDependencies, IValidator<T>> create, params Type[] needs) => Validators.Enqueue(new ValidatorDeclaration<T>(type, create, needs));

    /// <summary>Called once for each type that has properties which JSON must set: neither nullable nor given a value by the type itself.</summary>
    /// <param name="type">The type.</param>
    /// <param name="members">The names of those properties.</param>
    public static void AddRequired(Type type, params string[] members) => Required[type] = members;

    /// <summary>Called once for each type that has members with <c>[Required]</c> whose absence no rule can see: values without null.</summary>
    /// <param name="type">The type.</param>
    /// <param name="members">The names of those members.</param>
    public static void AddInitialized(Type type, params string[] members) => Declared[type] = members;

    /// <summary>Called once for each type that has properties with rules which are null where JSON does not set them.</summary>
    /// <param name="type">The type.</param>
    /// <param name="members">The names of those properties.</param>
    public static void AddNullByDefault(Type type, params string[] members) => Nulls[type] = members;

    /// <summary>Called once for each type with members that hold items which may not be null.</summary>
    /// <param name="type">The type.</param>
    /// <param name="members">The names of those members, and a bit for each depth at which their items may not be null: the lowest for their own items, the next for the items of these; bit 30 for the member itself.</param>
    public static void AddNonNullItems(Type type, params (string Member, int Depths)[] members) => NonNullItems[type] = members;

    /// <summary>Called once for each type with members whose rules can be put to them alone.</summary>
    /// <param name="type">The type.</param>
    /// <param name="check">Puts the rules of one member.</param>
    public static void AddRules(Type type, MemberRuleCheck check) => Rules[type] = check;

    /// <summary>Called for each enum that JSON holds.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    public static void AddEnum<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>() where T : struct, Enum => Enums[typeof(T)] = new EnumJsonType<T>();

    /// <summary>Called once by each assembly with a path that names the constraint <c>regex</c>, which a native app otherwise leaves out.</summary>
    public static void AddRegexRoutes() => Constraints.Enqueue(static options => options.SetParameterPolicy<RegexInlineRouteConstraint>("regex"));

    internal static void Constrain(RouteOptions options)
    {
        foreach (var add in Constraints)
        {
            add(options);
        }
    }

    internal static EnumJsonType? EnumOf(Type type) => Enums.GetValueOrDefault(type);

    internal static IReadOnlyList<string> RequiredOf(Type type) => Required.GetValueOrDefault(type, []);

    internal static IReadOnlyList<string> DeclaredOf(Type type) => Declared.GetValueOrDefault(type, []);

    internal static bool IsNull(Type type, string member) => Nulls.GetValueOrDefault(type, []).Contains(member);

    internal static MemberRuleCheck? RulesOf(Type type) => Rules.GetValueOrDefault(type);

    internal static int NonNullItemsOf(Type type, string member) => Array.Find(NonNullItems.GetValueOrDefault(type, []), one => one.Member == member).Depths;

    // One validator may be declared by its own assembly and by those that reference it.
    internal static ValidatorDeclaration[] ValidatorsOf(Type type) => [.. Validators.Where(validator => validator.Validates(type)).DistinctBy(validator => validator.Type)];

    internal static ValidatorDeclaration? ValidatorOf(Type typeOrContract) => Validators.FirstOrDefault(validator => validator.Type == typeOrContract || validator.Contract == typeOrContract);

    internal static ErrorHandlerDeclaration? ErrorHandlerOf(Delegate function, string text)
    {
        foreach (var handler in ErrorHandlers)
        {
            if (handler.Is(function, text))
            {
                return handler;
            }
        }

        return null;
    }

    internal static IEnumerable<IJsonTypeInfoResolver> JsonResolvers => Resolvers;

    internal static IReadOnlyList<HandlerDeclaration> Of(string? assembly) =>
        assembly is not null && Assemblies.TryGetValue(assembly, out var handlers) ? handlers : [];

    internal static bool Knows(string? assembly) => assembly is not null && Assemblies.ContainsKey(assembly);
}
