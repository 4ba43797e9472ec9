namespace Litestar.Generator.Model;

/// <summary>Names of generated code that parsing and writing share.</summary>
internal static class GeneratedNames
{
    /// <summary>
    /// The namespace of generated code. It is below that of the runtime's, so that the runtime's names are found before
    /// a user's.
    /// </summary>
    public const string Namespace = "Litestar.Generated.Handlers";

    /// <summary>The class of the serializer context.</summary>
    public const string JsonContext = "HandlerJson";
}
