using Microsoft.AspNetCore.Http;

namespace Litestar.Layers;

/// <summary>The headers that the layers of a route set on every response.</summary>
/// <param name="headers">Their names and values.</param>
internal sealed class LayerHeaders(KeyValuePair<string, string>[] headers)
{
    public IReadOnlyList<KeyValuePair<string, string>> Items => headers;

    /// <summary>Returns the headers of the layers, of which the nearest wins; null if there are none.</summary>
    /// <param name="layers">The layers around a handler, the outermost first.</param>
    /// <param name="own">The headers of its attributes.</param>
    public static LayerHeaders? Of(IReadOnlyList<Layer> layers, KeyValuePair<string, string>[] own)
    {
        Dictionary<string, string>? merged = null;
        foreach (var layer in layers)
        {
            foreach (var (name, value) in layer.ResponseHeaders)
            {
                Add(name, value);
            }
        }

        foreach (var (name, value) in own)
        {
            Add(name, value);
        }

        return merged is null ? null : new([.. merged]);

        void Add(string name, string value)
        {
            merged ??= new(StringComparer.OrdinalIgnoreCase);
            merged.Remove(name);
            merged.Add(name, value);
        }
    }

    public void Set(IHeaderDictionary response)
    {
        foreach (var (name, value) in headers)
        {
            response[name] = value;
        }
    }

    /// <summary>Sets the headers that were removed.</summary>
    public void Restore(IHeaderDictionary response)
    {
        foreach (var (name, value) in headers)
        {
            if (!response.ContainsKey(name))
            {
                response[name] = value;
            }
        }
    }
}
