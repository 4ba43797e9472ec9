namespace Litestar.Conformance.Conventions;

/// <summary>The application that a convention is applied in, and where it is applied.</summary>
public enum Place
{
    /// <summary>A group of ordinary endpoints.</summary>
    Endpoints,

    /// <summary>A group above <c>MapLitestar</c>.</summary>
    Group,

    /// <summary>The return value of <c>MapLitestar</c>.</summary>
    Mapped,

    /// <summary>A <c>LitestarApp</c>, which has metadata as attributes, and middleware by itself.</summary>
    Own,

    /// <summary>The same, which has kept the <c>Use…</c> of the application that it was.</summary>
    Kept,
}
