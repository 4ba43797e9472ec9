using System.Collections.Concurrent;
using System.ComponentModel;
using System.Text.Json.Serialization.Metadata;

namespace Litestar.Generated;

/// <summary>What the module initializers of generated code leave behind: every declared handler, and the JSON metadata of its types.</summary>
/// <remarks>It is filled before an app is built and never changes an entry; what belongs to one app lives in that app.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HandlerRegistry
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<HandlerDeclaration>> Assemblies = new();
    private static readonly ConcurrentQueue<IJsonTypeInfoResolver> Resolvers = new();

    /// <summary>Called once by each assembly that declares handlers.</summary>
    /// <param name="assembly">The assembly's name.</param>
    /// <param name="handlers">Its handlers in the order of their source.</param>
    public static void Add(string assembly, params HandlerDeclaration[] handlers) => Assemblies[assembly] = handlers;

    /// <summary>Called once by each assembly whose handlers read or write JSON.</summary>
    /// <param name="resolver">The metadata of the types that stand in its handlers' signatures.</param>
    public static void AddJson(IJsonTypeInfoResolver resolver) => Resolvers.Enqueue(resolver);

    internal static IEnumerable<IJsonTypeInfoResolver> JsonResolvers => Resolvers;

    internal static IReadOnlyList<HandlerDeclaration> Of(string? assembly) =>
        assembly is not null && Assemblies.TryGetValue(assembly, out var handlers) ? handlers : [];

    internal static bool Knows(string? assembly) => assembly is not null && Assemblies.ContainsKey(assembly);
}
