using System.Globalization;

namespace Litestar.Routing.Matching;

/// <summary>The position of one route parameter's text in a path that its route matched.</summary>
internal sealed class RouteValueSlot
{
    private const int NotInPath = -1;

    private readonly int _index;
    private readonly bool _toTheEnd;
    private readonly string? _otherwise;
    private readonly Route? _route;
    private readonly string? _name;

    /// <summary>Creates the slot of a parameter that is a whole segment, or a catch-all from that segment on.</summary>
    internal RouteValueSlot(int index, bool toTheEnd, object? otherwise)
    {
        _index = index;
        _toTheEnd = toTheEnd;
        _otherwise = Text(otherwise);
    }

    /// <summary>Creates the slot of a value that the pattern has without a position in the path.</summary>
    internal RouteValueSlot(object constant) : this(NotInPath, false, constant) { }

    /// <summary>Creates the slot of a parameter that shares its segment with others. It is read through the route's values.</summary>
    internal RouteValueSlot(Route route, string name)
    {
        _index = NotInPath;
        _route = route;
        _name = name;
    }

    /// <summary>Reads the text, or else that of the default; false if there is neither.</summary>
    public bool TryRead(string path, out ReadOnlySpan<char> text)
    {
        if (_index >= 0 && TryFind(path, out text))
        {
            return true;
        }
        var otherwise = _route is null ? _otherwise : Text(_route.ReadValues(path)[_name!]);
        text = otherwise;
        return otherwise is not null;
    }

    private static string? Text(object? value) =>
        value is null ? null : Convert.ToString(value, CultureInfo.InvariantCulture);

    private bool TryFind(ReadOnlySpan<char> path, out ReadOnlySpan<char> text)
    {
        var segments = PathSegments.Of(path);
        for (var i = 0; i < _index; i++)
        {
            segments.TryNext(out _);
        }
        if (_toTheEnd)
        {
            text = segments.Rest;
            return !segments.Ended;
        }
        return segments.TryNext(out text);
    }
}
