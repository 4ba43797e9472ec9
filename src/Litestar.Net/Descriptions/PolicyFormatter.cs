using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;

namespace Litestar.Descriptions;

/// <summary>
/// Formats policies and limits as text: those that a convention such as <c>RequireRateLimiting("few")</c> adds have no
/// text in the source.
/// </summary>
internal static class PolicyFormatter
{
    /// <summary>
    /// Returns the attribute as it would be written, <c>[EnableRateLimiting("few")]</c>, or the requirements of a
    /// policy without a name; null for other metadata.
    /// </summary>
    public static string? Of(object metadata) => metadata switch
    {
        // A derived attribute has its requirement in its name.
        AuthorizeAttribute asked when asked.GetType() == typeof(AuthorizeAttribute) => Attribute("Authorize", Text(asked.Policy), Named("Roles", asked.Roles), Named("AuthenticationSchemes", asked.AuthenticationSchemes)),
        AllowAnonymousAttribute asked when asked.GetType() == typeof(AllowAnonymousAttribute) => Attribute("AllowAnonymous"),
        AuthorizationPolicy policy => Policy("AuthorizationPolicy", string.Join("; ", policy.Requirements)),
        EnableCorsAttribute asked when asked.GetType() == typeof(EnableCorsAttribute) => Attribute("EnableCors", Text(asked.PolicyName)),
        ICorsPolicyMetadata { Policy: { } policy } => Policy("CorsPolicy", policy.AllowAnyOrigin ? "any origin" : string.Join(", ", policy.Origins)),
        RequestTimeoutAttribute asked => Attribute("RequestTimeout", Text(asked.PolicyName) ?? asked.Timeout?.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)),
        RequestTimeoutPolicy policy => Policy("RequestTimeoutPolicy", policy.Timeout?.ToString("c", CultureInfo.InvariantCulture)),
        EnableRateLimitingAttribute asked => Attribute("EnableRateLimiting", Text(asked.PolicyName)),
        OutputCacheAttribute asked when asked.GetType() == typeof(OutputCacheAttribute) => Attribute(
            "OutputCache", asked.Duration > 0 ? $"Duration = {asked.Duration.ToString(CultureInfo.InvariantCulture)}" : null, asked.NoStore ? "NoStore = true" : null, Named("PolicyName", asked.PolicyName)),
        IRequestSizeLimitMetadata { MaxRequestBodySize: { } limit } => Policy(TypeNameFormatter.OfAttribute(metadata.GetType()), limit.ToString(CultureInfo.InvariantCulture)),
        _ => null,
    };

    private static string Attribute(string name, params ReadOnlySpan<string?> arguments)
    {
        var given = string.Join(", ", arguments.ToArray().OfType<string>());
        return given.Length is 0 ? $"[{name}]" : $"[{name}({given})]";
    }

    private static string Policy(string name, string? asked) => string.IsNullOrEmpty(asked) ? name : $"{name}: {asked}";

    private static string? Text(string? value) => value is null ? null : $"\"{value}\"";

    private static string? Named(string name, string? value) => value is null ? null : $"{name} = \"{value}\"";
}
