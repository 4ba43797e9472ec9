using System.Reflection.Metadata;

[assembly: MetadataUpdateHandler(typeof(Litestar.Hosting.HotReload))]

namespace Litestar.Hosting;

/// <summary>
/// Prints that an edit needs a restart although <c>dotnet watch</c> reports that it was applied: routes, handlers and
/// JSON metadata are made once, when the app starts.
/// </summary>
/// <remarks>Included only if code can change at run time: a native or trimmed app does not contain it.</remarks>
internal static class HotReload
{
    private const string Space = "Litestar.Generated.Handlers";

    /// <summary>Receives from .NET the types that an edit has changed. An edit of a function's body changes no generated type.</summary>
    internal static void UpdateApplication(Type[]? types)
    {
        if (Sentence(types) is { } sentence)
        {
            Console.Error.WriteLine(sentence);
        }
    }

    /// <summary>Returns the sentence; null if nothing of the start has changed.</summary>
    internal static string? Sentence(Type[]? types)
    {
        var names = (types ?? []).Where(type => type is { Namespace: Space, DeclaringType: null }).Select(type => type.Name).Order(StringComparer.Ordinal).ToList();
        return names.Count is 0 ? null
            : $"Litestar.Net: the edit changes a route, the parameters of a handler, a layer or the shape of a model, which are read once, when the app starts. Until a restart (Ctrl+R in dotnet watch) the app uses the old ones, or fails. Changed: {string.Join(", ", names.Take(10))}{(names.Count > 10 ? " …" : "")}.";
    }
}
