namespace Litestar;

/// <summary>The part of a request that a value comes from.</summary>
public enum RequestSource
{
    /// <summary>The path, if the route has such a parameter.</summary>
    Route,

    /// <summary>The query string.</summary>
    Query,

    /// <summary>A header.</summary>
    Header,

    /// <summary>A cookie.</summary>
    Cookie,

    /// <summary>A field or file of a form.</summary>
    Form,

    /// <summary>The body, or a member of it.</summary>
    Body,
}
