namespace Litestar;

/// <summary>An answer without a body, whose status, headers, cookies and background work the handler says.</summary>
/// <remarks>Where a handler with a value says these, it returns <see cref="Response{T}"/>.</remarks>
public sealed class Response : ResponseHead
{
    /// <summary>A response with a value, whose type need not be said.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="status">The status; null is the handler's own.</param>
    public static Response<T> Of<T>(T value, int? status = null) => new(value) { Status = status };
}

/// <summary>A value, and the status, headers, cookies and background work of the answer that it is sent with.</summary>
/// <remarks>
/// The value is written as if the handler had returned it alone: a <c>string</c> as text, bytes and streams as they are, an
/// <c>IAsyncEnumerable</c> as it comes, anything else as JSON. With a status that has no body (204, 205, 304) it is not sent.
/// </remarks>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="value">The value.</param>
public sealed class Response<T>(T value) : ResponseHead
{
    /// <summary>The value.</summary>
    public T Value { get; } = value;

    internal override object? Untyped => Value;

    /// <summary>A value by itself is a response that says nothing else.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Response<T>(T value) => new(value);
}
