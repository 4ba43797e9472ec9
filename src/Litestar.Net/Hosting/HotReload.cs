using System.Reflection.Metadata;

[assembly: MetadataUpdateHandler(typeof(Litestar.Hosting.HotReload))]

namespace Litestar.Hosting;

/// <summary>Says that an edit needs a restart, where <c>dotnet watch</c> says that it was applied: routes, handlers and the metadata of JSON are made once, as the app starts.</summary>
/// <remarks>Only where code can be changed as it runs: a native or trimmed app has no trace of it.</remarks>
internal static class HotReload
{
    private const string Space = "Litestar.Generated.Handlers";

    /// <summary>Called by .NET with the types that an edit has changed. An edit of a function's body changes none that is generated.</summary>
    internal static void UpdateApplication(Type[]? types)
    {
        if (Sentence(types) is { } sentence)
        {
            Console.Error.WriteLine(sentence);
        }
    }

    /// <summary>The sentence; none where all is as it was when the app started.</summary>
    internal static string? Sentence(Type[]? types)
    {
        var names = (types ?? []).Where(type => type is { Namespace: Space, DeclaringType: null }).Select(type => type.Name).Order(StringComparer.Ordinal).ToList();
        return names.Count is 0 ? null
            : $"Litestar.Net: the edit changes a route, the parameters of a handler, a layer or the shape of a model, which are read once, as the app starts. Until a restart (Ctrl+R in dotnet watch) the app answers by the old ones, or wrongly. Changed: {string.Join(", ", names.Take(10))}{(names.Count > 10 ? " …" : "")}.";
    }
}
