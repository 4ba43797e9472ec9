namespace Litestar.Descriptions;

/// <summary>Metadata in words.</summary>
internal static class MetadataFormatter
{
    /// <summary><c>[Tags] Tags: users</c>: the attribute as it is written, and what it says of itself, if it does.</summary>
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
