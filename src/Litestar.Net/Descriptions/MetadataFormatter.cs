namespace Litestar.Descriptions;

/// <summary>Formats metadata as text.</summary>
internal static class MetadataFormatter
{
    /// <summary>Returns <c>[Tags] Tags: users</c>: the attribute as in the source, and its own text, if it has one.</summary>
    public static string Of(object metadata)
    {
        if (PolicyFormatter.Of(metadata) is { } policy)
        {
            return policy;
        }

        var type = metadata.GetType();
        var name = TypeNameFormatter.OfAttribute(type);
        var said = metadata.ToString();
        return string.IsNullOrEmpty(said) || said == type.ToString() || said == name ? name : $"{name} {said}";
    }
}
