using System.Globalization;

namespace Litestar.Tests.Binding;

/// <summary>Values as text that reads back to the same value.</summary>
internal static class Wire
{
    public static string Of<T>(T value) => value switch
    {
        null => "null",
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTime or DateTimeOffset or DateOnly or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        double or float or Half => ((IFormattable)value).ToString("R", CultureInfo.InvariantCulture),
        Uri link => link.OriginalString,
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
