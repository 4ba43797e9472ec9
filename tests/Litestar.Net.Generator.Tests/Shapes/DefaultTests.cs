namespace Litestar.Generator.Tests.Shapes;

/// <summary>Defaults of every kind, as a request without parameters shows them.</summary>
public sealed class DefaultTests
{
    private const string Enums = """
        enum Color { Red, Green }
        enum Small : sbyte { Low = -128, High = 127 }
        [Flags] enum Big : ulong { None, All = ulong.MaxValue }
        """;

    [Theory]
    [InlineData("int a = 5", "a", "5")]
    [InlineData("int a = int.MinValue", "a", "-2147483648")]
    [InlineData("long a = long.MinValue", "a", "-9223372036854775808")]
    [InlineData("ulong a = ulong.MaxValue", "a", "18446744073709551615")]
    [InlineData("uint a = 7", "a", "7")]
    [InlineData("byte a = 255", "a", "255")]
    [InlineData("sbyte a = -128", "a", "-128")]
    [InlineData("short a = -1", "a", "-1")]
    [InlineData("ushort a = 65535", "a", "65535")]
    [InlineData("nint a = -5", "a", "-5")]
    [InlineData("float a = 0.1f", "a", "0.1")]
    [InlineData("float a = float.NaN", "a", "NaN")]
    [InlineData("double a = 0.1", "a", "0.1")]
    [InlineData("double a = double.NaN", "a", "NaN")]
    [InlineData("double a = double.NegativeInfinity", "a", "-Infinity")]
    [InlineData("double a = double.MaxValue", "a", "1.7976931348623157E+308")]
    [InlineData("double a = -0.0", "1 / a", "-Infinity")]
    [InlineData("decimal a = 1.10m", "a", "1.10")]
    [InlineData("decimal a = decimal.MinValue", "a", "-79228162514264337593543950335")]
    [InlineData("bool a = true", "a", "True")]
    [InlineData("char a = 'x'", "a", "x")]
    [InlineData("char a = '\\''", "a", "'")]
    [InlineData("char a = '\\\\'", "a", "\\")]
    [InlineData("char a = '\\u20ac'", "(int)a", "8364")]
    [InlineData("char a = '\\ud800'", "(int)a", "55296")]
    [InlineData("string a = \"q\\\"uo\\\\te\\r\\n{x}\\t\\0\"", "a.Replace(\"\\r\\n\", \"|\").Replace(\"\\t\", \"T\").Replace(\"\\0\", \"0\")", "q\"uo\\te|{x}T0")]
    [InlineData("string a = \"\\u2028\\ud800\"", "a.Length", "2")]
    [InlineData("string a = null", "a is null", "True")]
    [InlineData("string? a = null", "a is null", "True")]
    [InlineData("string a = \"\"", "a.Length", "0")]
    [InlineData("string? a", "a is null", "True")]
    [InlineData("int? a", "a is null", "True")]
    [InlineData("int? a = null", "a is null", "True")]
    [InlineData("int? a = 3", "a", "3")]
    [InlineData("Color a = Color.Green", "a", "Green")]
    [InlineData("Color a = (Color)(-7)", "a", "-7")]
    [InlineData("Color? a = Color.Green", "a", "Green")]
    [InlineData("Color? a = null", "a is null", "True")]
    [InlineData("Small a = Small.Low", "a", "Low")]
    [InlineData("Big a = Big.All", "a", "All")]
    [InlineData("DateTime a = default", "a.Year", "1")]
    [InlineData("DateTime a = new()", "a.Year", "1")]
    [InlineData("Guid a = default", "a == Guid.Empty", "True")]
    [InlineData("DateTimeOffset? a = default", "a is null", "True")]
    [InlineData("TimeSpan a = default(TimeSpan)", "a.Ticks", "0")]
    [InlineData("int[]? a", "a is null", "True")]
    [InlineData("int[] a = null!", "a is null", "True")]
    [InlineData("List<string>? a = null", "a is null", "True")]
    [InlineData("HashSet<Guid>? a", "a is null", "True")]
    [InlineData("IReadOnlyList<int?>? a = default", "a is null", "True")]
    [InlineData("Uri? a = null", "a is null", "True")]
    [InlineData("string a = nameof(Color)", "a", "Color")]
    public async Task A_default_arrives(string parameter, string expression, string expected)
    {
        // By name, through an accessor, and through the delegate of a local function.
        await Generated.Ask($$"""
            Serve([Local, typeof(Holder)]);
            [Get("/local")] static string Local({{parameter}}) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{{{expression}}}");
            static class Holder
            {
                [Get("/name")] public static string Name({{parameter}}) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{{{expression}}}");
                [Get("/accessor")] private static string Accessor({{parameter}}) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{{{expression}}}");
            }
            {{Enums}}
            """.Replace("{" + expression + "}", "{(" + expression + ")}"), ("GET /local", expected), ("GET /name", expected), ("GET /accessor", expected));
    }

    [Fact]
    public Task A_default_that_only_an_attribute_can_say() => Generated.Ask("""
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        Serve([typeof(Holder)]);
        static class Holder
        {
            [Get("/a")] public static string Show([Optional, DateTimeConstant(630822816000000000)] DateTime a) => $"{a.Year}";
        }
        """, ("GET /a", "2000"));

    [Fact]
    public Task A_default_of_a_body_and_of_a_service() => Generated.Ask("""
        Serve([Save, Look]);
        [Post("/save")] static string Save(Note? note = null, CancellationToken stop = default) => note?.Text ?? "none";
        [Get("/look")] static string Look(System.Text.StringBuilder? text = null, int a = 1) => text is null ? "none" : "some";
        record Note(string Text);
        """, ("POST /save", "none"), ("POST /save {\"text\":\"x\"}", "x"), ("GET /look", "none"));
}
