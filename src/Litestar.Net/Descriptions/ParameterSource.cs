namespace Litestar;

/// <summary>The source of a parameter's value.</summary>
public enum ParameterSource
{
    /// <summary>The path, if the route has such a parameter.</summary>
    Route,

    /// <summary>The query string.</summary>
    Query,

    /// <summary>A header.</summary>
    Header,

    /// <summary>A cookie.</summary>
    Cookie,

    /// <summary>Fields or files of a form.</summary>
    Form,

    /// <summary>The body: JSON, or the raw bytes for <c>byte[]</c>, <c>Stream</c> and <c>PipeReader</c>.</summary>
    Body,

    /// <summary>The container.</summary>
    Service,

    /// <summary>The container, under a key.</summary>
    KeyedService,

    /// <summary>A provider on a layer.</summary>
    Provider,

    /// <summary>The request itself: <c>HttpContext</c>, <c>ClaimsPrincipal</c>, <c>CancellationToken</c> and the like.</summary>
    Framework,

    /// <summary>Its members, each from its own source: <c>[AsParameters]</c>.</summary>
    Group,
}
