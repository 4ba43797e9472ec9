namespace Litestar;

/// <summary>A response without a body, with the handler's status, headers, cookies and background work.</summary>
/// <remarks>A handler with a value returns <see cref="Response{T}"/>.</remarks>
public sealed class Response : ResponseHead
{
    /// <summary>Creates a response with a value; its type is inferred.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="status">The status; null takes the handler's own.</param>
    public static Response<T> Of<T>(T value, int? status = null) => new(value) { Status = status };
}

/// <summary>A response with a value, and with a status, headers, cookies and background work.</summary>
/// <remarks>
/// The value is written as if the handler had returned it alone: a <c>string</c> as text, bytes and streams unchanged, an
/// <c>IAsyncEnumerable</c> item by item, anything else as JSON. With a status that has no body (204, 205, 304) it is not sent.
/// </remarks>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="value">The value.</param>
public sealed class Response<T>(T value) : ResponseHead
{
    /// <summary>The value.</summary>
    public T Value { get; } = value;

    internal override object? Untyped => Value;

    /// <summary>Converts a value to a response without further settings.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Response<T>(T value) => new(value);
}
