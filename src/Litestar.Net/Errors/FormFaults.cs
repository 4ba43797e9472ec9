using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Litestar.Errors;

/// <summary>The faults of a form as a whole.</summary>
internal static class FormFaults
{
    public static Fault Incomplete { get; } = new(RequestSource.Body, "", static texts => texts.FormIncomplete) { IsMalformed = true };

    /// <summary>The form or one of its fields has a charset that .NET does not read: UTF-7 is not safe.</summary>
    public static Fault CharsetRejected { get; } =
        new(RequestSource.Body, "", static texts => texts.FormCharsetNotAccepted) { Status = StatusCodes.Status415UnsupportedMediaType };

    /// <summary>The antiforgery token that the route requires is missing or wrong.</summary>
    public static Fault NotFromHere { get; } = new(RequestSource.Body, "", static texts => texts.AntiforgeryInvalid);

    /// <summary>
    /// Translates an error of ASP.NET Core's reader about a form that breaks a limit or is malformed; only the message
    /// shows which.
    /// </summary>
    public static Fault Of(InvalidDataException exception)
    {
        var message = exception.Message;
        if (!message.Contains("limit", StringComparison.Ordinal) || message.Contains("boundary", StringComparison.Ordinal))
        {
            var reason = Excerpt.Of(message);
            return new(RequestSource.Body, "", texts => texts.FormMalformed(reason)) { IsMalformed = true };
        }

        var limits = LimitsIn(message);
        var limit = limits.Length > 0 ? limits[0] : (long?)null;
        return new(RequestSource.Body, "", message switch
        {
            _ when limits.Length > 1 => texts => texts.FormFieldTooLong(limits[0], limits[1]),
            _ when message.Contains("count", StringComparison.Ordinal) && message.Contains("value", StringComparison.Ordinal) => texts => texts.FormTooManyFields(limit),
            _ when message.Contains("headers", StringComparison.Ordinal) => texts => texts.FormHeadersTooLong(limit),
            _ when message.Contains("body", StringComparison.Ordinal) => texts => texts.FormPartTooLarge(limit),
            _ => texts => texts.FormFieldTooLong(limit),
        })
        {
            Status = StatusCodes.Status413PayloadTooLarge,
        };
    }

    // For an incomplete field, the reader names two limits in one message, that of names and that of values.
    private static long[] LimitsIn(string message)
    {
        long[] limits = [];
        foreach (var word in message.Split(' ', '.'))
        {
            limits = long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? [.. limits, limit] : limits;
        }

        return limits;
    }
}
