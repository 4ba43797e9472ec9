using Microsoft.AspNetCore.Http;

namespace Litestar.Routing.Matching;

/// <summary>The methods of a table, one bit each, in the order of an <c>Allow</c> header.</summary>
internal sealed class MethodSet
{
    private const int MostMethods = 64;

    private readonly string[] _names;
    private readonly ulong _always;
    // Bounded by the combinations of methods that the routes declare, not by the requests.
    private Allowed? _allow;

    public MethodSet(IReadOnlyList<Route> routes)
    {
        var others = new List<string>();
        foreach (var route in routes)
        {
            if (!HttpMethods.IsOptions(route.Method) && !AllowedMethods.WellKnown.Contains(route.Method, StringComparer.OrdinalIgnoreCase) && !others.Contains(route.Method, StringComparer.OrdinalIgnoreCase))
            {
                others.Add(route.Method);
            }
        }

        others.Sort(StringComparer.OrdinalIgnoreCase);
        _names = [.. AllowedMethods.WellKnown, .. others, HttpMethods.Options];
        if (_names.Length > MostMethods)
        {
            throw new InvalidOperationException(
                $"The routes declare more than {MostMethods} methods. Use fewer methods, or distinguish the calls by path.");
        }
        _always = Bit(HttpMethods.Options);
    }

    /// <summary>Returns the method's bit; 0 if no route can have it.</summary>
    public ulong Bit(string method)
    {
        // Kestrel uses the shared instances of well-known methods.
        for (var i = 0; i < _names.Length; i++)
        {
            if (ReferenceEquals(_names[i], method))
            {
                return 1UL << i;
            }
        }
        for (var i = 0; i < _names.Length; i++)
        {
            if (string.Equals(_names[i], method, StringComparison.OrdinalIgnoreCase))
            {
                return 1UL << i;
            }
        }
        return 0;
    }

    /// <summary>Returns the methods that a route for <paramref name="method"/> answers: itself, and HEAD for GET.</summary>
    public ulong AnsweredBy(string method) =>
        HttpMethods.IsGet(method) ? Bit(HttpMethods.Get) | Bit(HttpMethods.Head) : Bit(method);

    /// <summary>Returns the <c>Allow</c> header of a path whose routes answer <paramref name="methods"/>.</summary>
    public string Allow(ulong methods)
    {
        methods |= _always;
        for (var known = Volatile.Read(ref _allow); known is not null; known = known.Next)
        {
            if (known.Methods == methods)
            {
                return known.Header;
            }
        }

        // Two threads write the same value; one of the entries may be lost and is written again.
        var header = HeaderOf(methods);
        Volatile.Write(ref _allow, new(methods, header, _allow));
        return header;
    }

    // A separate method, because the closure is allocated at the method's start.
    private string HeaderOf(ulong methods) => string.Join(", ", _names.Where((_, i) => (methods >> i & 1) != 0));

    private sealed class Allowed(ulong methods, string header, Allowed? next)
    {
        public ulong Methods => methods;

        public string Header => header;

        public Allowed? Next => next;
    }
}
