using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Acme.Api;

/// <summary>The guards of the app. A guard runs before anything else of a request is read; false is a 401.</summary>
internal static class Guards
{
    /// <summary>Accepts requests with the configured key. If no key is configured, all are rejected.</summary>
    public static bool HasKey([FromHeader(Name = "X-Api-Key")] string? key, IConfiguration configuration) =>
        key is { Length: > 0 }
        && configuration["ApiKey"] is { Length: > 0 } expected
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(expected));
}
