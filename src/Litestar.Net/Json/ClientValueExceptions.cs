using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Litestar.Binding;

namespace Litestar.Json;

/// <summary>The exception of a user's constructor, setter or converter because of the value that it received.</summary>
/// <remarks>As a <see cref="JsonException"/>, it gets its path from System.Text.Json.</remarks>
/// <param name="thrown">The original exception.</param>
/// <param name="member">The member whose setter threw it, by its name on the wire.</param>
internal sealed class ClientValueExceptions(Exception thrown, string? member = null) : JsonException(Words(thrown), thrown)
{
    /// <summary>The member whose setter threw it, by its name on the wire.</summary>
    public string? Member => member;

    /// <summary>
    /// Returns true for the exceptions by which .NET rejects a value. Any other is an error of the server, and answered
    /// as one.
    /// </summary>
    public static bool Is(Exception exception) =>
        ParseExceptions.Says(exception) || exception is ValidationException or FluentValidation.ValidationException;

    /// <summary>Returns the message, without the name of a parameter that the client does not know.</summary>
    public static string Words(Exception thrown)
    {
        var message = thrown.Message;
        var end = thrown is ArgumentException { ParamName: { Length: > 0 } name } ? message.IndexOf($" (Parameter '{name}')", StringComparison.Ordinal) : -1;
        return end < 0 ? message : message[..end];
    }
}
