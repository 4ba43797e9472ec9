using System.Diagnostics.CodeAnalysis;

namespace Litestar.Hosting;

/// <summary>Whether an app brings with it what HTTPS needs. As in ASP.NET Core's own native apps, one that is published natively has to ask for it.</summary>
internal static class Https
{
    private const string Switch = "Litestar.Https";

    /// <summary>What the project says: <c>&lt;LitestarHttps&gt;</c>, false by default with <c>PublishAot</c>.</summary>
    [FeatureSwitchDefinition(Switch)]
    public static bool IsIn => !AppContext.TryGetSwitch(Switch, out var isIn) || isIn;

    /// <summary>What the server says where an address or a setting asks for HTTPS, and nothing knows how.</summary>
    public static bool IsMissing(Exception rejection) => !IsIn && rejection is InvalidOperationException && rejection.Message.Contains("UseKestrelHttpsConfiguration", StringComparison.Ordinal);

    /// <summary>The same, with what to do about it.</summary>
    public static InvalidOperationException Missing(Exception rejection) => new(
        "An address or a setting asks for HTTPS, which an app with PublishAot has only where it says so. "
        + "Write <LitestarHttps>true</LitestarHttps> into the project, or #:property LitestarHttps=true at the top of a script; or choose an address that begins with http://.",
        rejection);
}
