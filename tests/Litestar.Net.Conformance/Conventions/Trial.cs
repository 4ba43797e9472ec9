using System.Collections.Concurrent;

namespace Litestar.Conformance.Conventions;

/// <summary>All conventions, tried once in all places.</summary>
/// <param name="Seen">What each convention has shown in each place.</param>
public sealed record Trial(IReadOnlyDictionary<(Convention, Place), Dictionary<string, Seen>> Seen)
{
    private static readonly Lazy<Task<Trial>> Once = new(Run);

    public static Convention[] All { get; } = [.. ApplicationConventions.All, .. EndpointConventions.All];

    public static Task<Trial> Of() => Once.Value;

    /// <summary>What is shown otherwise than of an endpoint. What is so without any convention stands there alone.</summary>
    public IEnumerable<Difference> Differences()
    {
        var nothing = Of(All[0]).ToList();
        var always = nothing.Select(Kind).ToHashSet();
        return [.. nothing, .. All[1..].SelectMany(Of).Where(difference => !always.Contains(Kind(difference)))];
    }

    /// <summary>Whether a convention shows in any request to an endpoint.</summary>
    public bool Shows(Convention convention) => Seen[(convention, Place.Endpoints)] is var with && Seen[(All[0], Place.Endpoints)] is var without
        && with.Any(asked => !without.TryGetValue(asked.Key, out var seen) || !seen.SequenceEqual(asked.Value));

    private static (Place, string, string, string, string) Kind(Difference difference) =>
        (difference.Place, difference.Is("status") ? difference.Asked.TrimEnd('+') : "", difference.Name, difference.Endpoint, difference.Handler);

    private IEnumerable<Difference> Of(Convention convention) =>
        from place in Enum.GetValues<Place>()
        where place is not Place.Endpoints
        let handler = Seen[(convention, place)]
        from asked in Seen[(convention, Place.Endpoints)]
        let seen = handler.GetValueOrDefault(asked.Key) ?? handler.Values.First()
        from name in asked.Value.Keys.Union(seen.Keys)
        where asked.Value.Of(name) != seen.Of(name)
        select new Difference(convention.Name, place, asked.Key, name, asked.Value.Of(name), seen.Of(name));

    private static async Task<Trial> Run()
    {
        var seen = new ConcurrentDictionary<(Convention, Place), Dictionary<string, Seen>>();
        await Parallel.ForEachAsync(
            All.SelectMany(convention => Enum.GetValues<Place>().Select(place => (convention, place))),
            async (tried, _) => seen[tried] = await Tried.In(tried.place, tried.convention));
        return new(seen);
    }
}
