namespace Litestar.Routing;

/// <summary>Joins the paths of layers.</summary>
internal static class RoutePath
{
    /// <summary>Returns two templates as one, with a slash in front of each part that is not empty.</summary>
    public static string Join(string prefix, string path)
    {
        var (outer, inner) = (prefix.Trim('/'), path.Trim('/'));
        return (outer, inner) switch
        {
            ("", "") => "/",
            (_, "") => $"/{outer}",
            ("", _) => $"/{inner}",
            _ => $"/{outer}/{inner}",
        };
    }
}
