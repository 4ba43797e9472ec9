using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Litestar.Binding;

namespace Litestar.Json;

/// <summary>What a constructor, a setter or a converter of the user's throws because of the value that it was given.</summary>
/// <remarks>As a <see cref="JsonException"/> it is told its path by System.Text.Json.</remarks>
/// <param name="thrown">What was thrown.</param>
/// <param name="member">The member whose setter has thrown it, by its name on the wire.</param>
internal sealed class ClientValueExceptions(Exception thrown, string? member = null) : JsonException(Words(thrown), thrown)
{
    /// <summary>The member whose setter has thrown it, by its name on the wire.</summary>
    public string? Member => member;

    /// <summary>Whether an exception is one by which .NET refuses a value. Any other is a fault of the server, and answered as one.</summary>
    public static bool Is(Exception exception) =>
        ParseExceptions.Says(exception) || exception is ValidationException or FluentValidation.ValidationException;

    /// <summary>Its message, without the name of a parameter that the client does not know.</summary>
    public static string Words(Exception thrown)
    {
        var message = thrown.Message;
        var end = thrown is ArgumentException { ParamName: { Length: > 0 } name } ? message.IndexOf($" (Parameter '{name}')", StringComparison.Ordinal) : -1;
        return end < 0 ? message : message[..end];
    }
}
