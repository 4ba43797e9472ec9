using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Litestar.Rejections;

/// <summary>All that can be wrong with a form as a whole.</summary>
internal static class FormFaults
{
    public static Fault Incomplete { get; } = new(RequestSource.Body, "", static texts => texts.FormIncomplete);

    /// <summary>The antiforgery token that the route asks for is missing or wrong.</summary>
    public static Fault NotFromHere { get; } = new(RequestSource.Body, "", static texts => texts.AntiforgeryInvalid);

    /// <summary>What ASP.NET Core's reader says of a form that breaks a limit or is malformed; it tells them apart by words alone.</summary>
    public static Fault Of(InvalidDataException exception)
    {
        var message = exception.Message;
        if (!message.Contains("limit", StringComparison.Ordinal) || message.Contains("boundary", StringComparison.Ordinal))
        {
            var reason = Excerpt.Of(message);
            return new(RequestSource.Body, "", texts => texts.FormMalformed(reason));
        }

        var limit = LimitIn(message);
        return new(RequestSource.Body, "", message switch
        {
            _ when message.Contains("count", StringComparison.Ordinal) && message.Contains("value", StringComparison.Ordinal) => texts => texts.FormTooManyFields(limit),
            _ when message.Contains("headers", StringComparison.Ordinal) => texts => texts.FormHeadersTooLong(limit),
            _ when message.Contains("body", StringComparison.Ordinal) => texts => texts.FormPartTooLarge(limit),
            _ => texts => texts.FormFieldTooLong(limit),
        })
        {
            Status = StatusCodes.Status413PayloadTooLarge,
        };
    }

    // The last number: while a field is still coming, the reader names the limits of names and values in one breath.
    private static long? LimitIn(string message) =>
        long.TryParse(message.Split(' ', '.').LastOrDefault(word => word.All(char.IsAsciiDigit) && word.Length > 0), NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : null;
}
