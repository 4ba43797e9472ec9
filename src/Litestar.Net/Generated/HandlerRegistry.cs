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

/// <summary>
/// Stores the registrations of generated module initializers: every declared handler, and the JSON metadata of its
/// types.
/// </summary>
/// <remarks>It is filled before an app is built, and entries never change. State of one app is in that app.</remarks>
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

    /// <summary>Adds the handlers of an assembly. Called once by each assembly that declares handlers.</summary>
    /// <param name="assembly">The assembly's name.</param>
    /// <param name="handlers">Its handlers in the order of their source.</param>
    public static void Add(string assembly, params HandlerDeclaration[] handlers) => Assemblies[assembly] = handlers;

    /// <summary>Adds an error handler. Called for each one that code adds to a list or an app.</summary>
    /// <param name="handler">The build's facts about it.</param>
    public static void AddErrorHandler(ErrorHandlerDeclaration handler) => ErrorHandlers.Enqueue(handler);

    /// <summary>Adds JSON metadata. Called once by each assembly whose handlers read or write JSON.</summary>
    /// <param name="resolver">The metadata of the types in its handlers' signatures.</param>
    public static void AddJson(IJsonTypeInfoResolver resolver) => Resolvers.Enqueue(resolver);

    /// <summary>Adds a FluentValidation validator. Called once for each one that a build has found.</summary>
    /// <param name="type">The validator's type.</param>
    /// <param name="create">Creates one for a request.</param>
    /// <param name="needs">The types that its constructor needs from the container.</param>
    /// <typeparam name="T">The type it validates.</typeparam>
    public static void AddValidator<T>(Type type, Func<ValidatorDependencies, IValidator<T>> create, params Type[] needs) => Validators.Enqueue(new ValidatorDeclaration<T>(type, create, needs));

    /// <summary>Adds the properties of a type that JSON must set: neither nullable nor initialized by the type itself.</summary>
    /// <param name="type">The type.</param>
    /// <param name="members">The names of those properties.</param>
    public static void AddRequired(Type type, params string[] members) => Required[type] = members;

    /// <summary>Adds the members of a type with <c>[Required]</c> whose absence no rule can detect: values that cannot be null.</summary>
    /// <param name="type">The type.</param>
    /// <param name="members">The names of those members.</param>
    public static void AddInitialized(Type type, params string[] members) => Declared[type] = members;

    /// <summary>Adds the properties of a type that have rules and are null if JSON does not set them.</summary>
    /// <param name="type">The type.</param>
    /// <param name="members">The names of those properties.</param>
    public static void AddNullByDefault(Type type, params string[] members) => Nulls[type] = members;

    /// <summary>Adds the members of a type whose items may not be null.</summary>
    /// <param name="type">The type.</param>
    /// <param name="members">
    /// The names of those members, and a bit for each depth at which their items may not be null. The lowest bit is for
    /// their own items, the next for the items of these; bit 30 is for the member itself.
    /// </param>
    public static void AddNonNullItems(Type type, params (string Member, int Depths)[] members) => NonNullItems[type] = members;

    /// <summary>Adds a type with members whose rules can be checked alone.</summary>
    /// <param name="type">The type.</param>
    /// <param name="check">Checks the rules of one member.</param>
    public static void AddRules(Type type, MemberRuleCheck check) => Rules[type] = check;

    /// <summary>Adds an enum of JSON bodies.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    public static void AddEnum<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>() where T : struct, Enum => Enums[typeof(T)] = new EnumJsonType<T>();

    /// <summary>
    /// Adds the constraint <c>regex</c>, which a native app otherwise leaves out. Called once by each assembly with a
    /// path that names it.
    /// </summary>
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

    // A validator may be declared by its own assembly and by those that reference it.
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
