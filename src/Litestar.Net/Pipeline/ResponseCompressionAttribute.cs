namespace Litestar;

/// <summary>Compresses the answers of a handler, or of all handlers of a class or an assembly, where the client accepts it.</summary>
/// <remarks>
/// ASP.NET Core's own middleware does it, as <c>builder.Services.AddResponseCompression()</c> configures it: which media types,
/// which algorithms, and over HTTPS only where <c>EnableForHttps</c> is set, since an answer that holds both a secret and
/// something that the client sent lets the secret be guessed from its length (BREACH). Refusals are not compressed. Within
/// <c>MapLitestar</c> the host's own middleware decides, and this attribute says nothing.
/// </remarks>
/// <param name="isEnabled">False takes a handler out that a class or an assembly has put in: the nearest wins.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly)]
public sealed class ResponseCompressionAttribute(bool isEnabled = true) : Attribute
{
    /// <summary>Whether answers are compressed.</summary>
    /// <value>True.</value>
    public bool IsEnabled { get; } = isEnabled;
}
