namespace Litestar.Descriptions;

/// <summary>Formats types as C# writes them.</summary>
internal static class TypeNameFormatter
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "nothing",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(char)] = "char",
        [typeof(decimal)] = "decimal",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
    };

    /// <summary>Returns <c>IReadOnlyList&lt;User&gt;</c>, <c>int?</c>, <c>string[]</c>.</summary>
    public static string Of(Type type, bool isNullable = false)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Of(value) + "?";
        }

        var name = Keywords.TryGetValue(type, out var keyword) ? keyword
            : type.IsArray ? $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]"
            : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(argument => Of(argument)))}>"
            : type.Name;
        return isNullable ? name + "?" : name;
    }

    /// <summary>Returns an attribute as it is written, <c>[Tags]</c>; another object by its type.</summary>
    public static string OfAttribute(Type type) => typeof(Attribute).IsAssignableFrom(type) && type.Name.EndsWith(nameof(Attribute), StringComparison.Ordinal)
        ? $"[{type.Name[..^nameof(Attribute).Length]}]"
        : Of(type);
}
