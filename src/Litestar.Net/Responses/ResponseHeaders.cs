using Microsoft.AspNetCore.Http;

namespace Litestar.Responses;

/// <summary>The headers that the layers of a route set on every answer.</summary>
/// <param name="headers">Their names and values.</param>
internal sealed class ResponseHeaders(KeyValuePair<string, string>[] headers)
{
    public IReadOnlyList<KeyValuePair<string, string>> Items => headers;

    /// <summary>Those of the layers, the nearest winning; none where there are none.</summary>
    /// <param name="layers">The layers around a handler, the outermost first.</param>
    /// <param name="own">What its attributes say.</param>
    public static ResponseHeaders? Of(IEnumerable<Layer> layers, IEnumerable<KeyValuePair<string, string>> own)
    {
        var merged = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in layers.SelectMany(layer => layer.ResponseHeaders).Concat(own))
        {
            merged.Remove(name);
            merged.Add(name, value);
        }

        return merged.Count > 0 ? new([.. merged]) : null;
    }

    public void Set(IHeaderDictionary response)
    {
        foreach (var (name, value) in headers)
        {
            response[name] = value;
        }
    }

    /// <summary>Sets those that are no longer there.</summary>
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
