namespace Litestar.Routing.Matching;

/// <summary>
/// Reads a request path segment by segment, like endpoint routing: one trailing slash is not a segment, an empty
/// segment elsewhere is one.
/// </summary>
internal ref struct PathSegments
{
    private readonly ReadOnlySpan<char> _path;

    private PathSegments(ReadOnlySpan<char> path, int start)
    {
        _path = path;
        Start = start;
    }

    /// <summary>The start of the next segment; at or past the end of the path if there is none.</summary>
    public int Start { get; private set; }

    public readonly bool Ended => Start >= _path.Length;

    /// <summary>The path from the next segment on, slashes included.</summary>
    public readonly ReadOnlySpan<char> Rest => Ended ? [] : _path[Start..];

    public static PathSegments Of(ReadOnlySpan<char> path) => new(path, 1);

    public bool TryNext(out ReadOnlySpan<char> segment)
    {
        if (Ended)
        {
            segment = default;
            return false;
        }
        segment = _path[Start..];
        var slash = segment.IndexOf('/');
        if (slash >= 0)
        {
            segment = segment[..slash];
        }
        Start += segment.Length + 1;
        return true;
    }
}
