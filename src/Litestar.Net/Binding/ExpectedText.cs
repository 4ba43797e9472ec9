namespace Litestar.Generated;

/// <summary>The words for what a type expects on the wire, used only when a value is refused.</summary>
internal static class ExpectedText
{
    internal static string Of(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Byte => "a whole number from 0 to 255",
        TypeCode.SByte => "a whole number from -128 to 127",
        TypeCode.Int16 => "a whole number from -32768 to 32767",
        TypeCode.UInt16 => "a whole number from 0 to 65535",
        TypeCode.Int32 => "a whole number from -2147483648 to 2147483647",
        TypeCode.UInt32 => "a whole number from 0 to 4294967295",
        TypeCode.Int64 => "a whole number from -9223372036854775808 to 9223372036854775807",
        TypeCode.UInt64 => "a whole number from 0 to 18446744073709551615",
        TypeCode.Single or TypeCode.Double or TypeCode.Decimal => "a number",
        TypeCode.Char => "one character",
        TypeCode.DateTime => "a date and time such as 2024-02-29T13:30:00Z",
        _ when type == typeof(Guid) => "a GUID",
        _ when type == typeof(DateOnly) => "a date such as 2024-02-29",
        _ when type == typeof(TimeOnly) => "a time such as 13:30:00",
        _ when type == typeof(DateTimeOffset) => "a date and time such as 2024-02-29T13:30:00Z",
        _ when type == typeof(TimeSpan) => "a duration such as 1.12:30:00",
        _ when type == typeof(Int128) || type == typeof(UInt128) || type == typeof(System.Numerics.BigInteger) => "a whole number",
        _ when type == typeof(Half) => "a number",
        _ => $"a valid {type.Name}",
    };
}
