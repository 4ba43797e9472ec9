using System.Diagnostics.CodeAnalysis;

namespace Litestar.Hosting;

/// <summary>
/// Checks that an app includes support for HTTPS. As in ASP.NET Core's own native apps, a natively published app must
/// opt in.
/// </summary>
internal static class Https
{
    private const string Switch = "Litestar.Https";

    /// <summary>True if the project includes it: <c>&lt;LitestarHttps&gt;</c>, false by default with <c>PublishAot</c>.</summary>
    [FeatureSwitchDefinition(Switch)]
    public static bool IsIn => !AppContext.TryGetSwitch(Switch, out var isIn) || isIn;

    /// <summary>Returns true for the server's error when an address or a setting requires HTTPS and support for it is missing.</summary>
    public static bool IsMissing(Exception rejection) => !IsIn && rejection is InvalidOperationException && rejection.Message.Contains("UseKestrelHttpsConfiguration", StringComparison.Ordinal);

    /// <summary>Returns the same error with its remedy.</summary>
    public static InvalidOperationException Missing(Exception rejection) => new(
        "An address or a setting needs HTTPS, which an app with PublishAot supports only if it opts in. "
        + "Write <LitestarHttps>true</LitestarHttps> into the project, or #:property LitestarHttps=true at the top of a script; or choose an address that begins with http://.",
        rejection);
}
