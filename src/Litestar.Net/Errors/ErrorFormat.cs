namespace Litestar;

/// <summary>The format of error bodies.</summary>
public enum ErrorFormat
{
    /// <summary>A problem document, <c>application/problem+json</c> (RFC 9457).</summary>
    Problem,

    /// <summary>
    /// The format of Python's Litestar, <c>application/json</c>: <c>status_code</c>, <c>detail</c> and, for values that
    /// cannot be read, <c>extra</c> with <c>message</c>, <c>key</c> and <c>source</c> of each.
    /// </summary>
    Litestar,
}
