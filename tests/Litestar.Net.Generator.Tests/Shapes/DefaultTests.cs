namespace Litestar.Generator.Tests.Shapes;

/// <summary>Defaults of every kind, as a request without parameters shows them.</summary>
public sealed class DefaultTests
{
    private const string Enums = """
        enum Color { Red, Green }
        enum Small : sbyte { Low = -128, High = 127 }
        [Flags] enum Big : ulong { None, All = ulong.MaxValue }
        """;

    private static readonly (string Parameter, string Said, string Expected)[] Cases =
    [
        ("int a = 5", "a", "5"),
        ("int a = int.MinValue", "a", "-2147483648"),
        ("long a = long.MinValue", "a", "-9223372036854775808"),
        ("ulong a = ulong.MaxValue", "a", "18446744073709551615"),
        ("uint a = 7", "a", "7"),
        ("byte a = 255", "a", "255"),
        ("sbyte a = -128", "a", "-128"),
        ("short a = -1", "a", "-1"),
        ("ushort a = 65535", "a", "65535"),
        ("nint a = -5", "a", "-5"),
        ("float a = 0.1f", "a", "0.1"),
        ("float a = float.NaN", "a", "NaN"),
        ("double a = 0.1", "a", "0.1"),
        ("double a = double.NaN", "a", "NaN"),
        ("double a = double.NegativeInfinity", "a", "-Infinity"),
        ("double a = double.MaxValue", "a", "1.7976931348623157E+308"),
        ("double a = -0.0", "1 / a", "-Infinity"),
        ("decimal a = 1.10m", "a", "1.10"),
        ("decimal a = decimal.MinValue", "a", "-79228162514264337593543950335"),
        ("bool a = true", "a", "True"),
        ("char a = 'x'", "a", "x"),
        ("char a = '\\''", "a", "'"),
        ("char a = '\\\\'", "a", "\\"),
        ("char a = '\\u20ac'", "(int)a", "8364"),
        ("char a = '\\ud800'", "(int)a", "55296"),
        ("string a = \"q\\\"uo\\\\te\\r\\n{x}\\t\\0\"", "a.Replace(\"\\r\\n\", \"|\").Replace(\"\\t\", \"T\").Replace(\"\\0\", \"0\")", "q\"uo\\te|{x}T0"),
        ("string a = \"\\u2028\\ud800\"", "a.Length", "2"),
        ("string a = null", "a is null", "True"),
        ("string? a = null", "a is null", "True"),
        ("string a = \"\"", "a.Length", "0"),
        ("string? a", "a is null", "True"),
        ("int? a", "a is null", "True"),
        ("int? a = null", "a is null", "True"),
        ("int? a = 3", "a", "3"),
        ("Color a = Color.Green", "a", "Green"),
        ("Color a = (Color)(-7)", "a", "-7"),
        ("Color? a = Color.Green", "a", "Green"),
        ("Color? a = null", "a is null", "True"),
        ("Small a = Small.Low", "a", "Low"),
        ("Big a = Big.All", "a", "All"),
        ("DateTime a = default", "a.Year", "1"),
        ("DateTime a = new()", "a.Year", "1"),
        ("Guid a = default", "a == Guid.Empty", "True"),
        ("DateTimeOffset? a = default", "a is null", "True"),
        ("TimeSpan a = default(TimeSpan)", "a.Ticks", "0"),
        ("int[]? a", "a is null", "True"),
        ("int[] a = null!", "a is null", "True"),
        ("List<string>? a = null", "a is null", "True"),
        ("HashSet<Guid>? a", "a is null", "True"),
        ("IReadOnlyList<int?>? a = default", "a is null", "True"),
        ("Uri? a = null", "a is null", "True"),
        ("string a = nameof(Color)", "a", "Color"),
    ];

    [Fact]
    public Task A_default_arrives()
    {
        // By name, through an accessor, and through the delegate of a local function.
        var said = Cases.Select(one => $"string.Create(System.Globalization.CultureInfo.InvariantCulture, $\"{{({one.Said})}}\")").ToArray();
        var locals = Cases.Select((one, i) => $"[Get(\"/local/{i}\")] static string Local{i}({one.Parameter}) => {said[i]};");
        var names = Cases.Select((one, i) => $"[Get(\"/name/{i}\")] public static string Name{i}({one.Parameter}) => {said[i]};");
        var accessors = Cases.Select((one, i) => $"[Get(\"/accessor/{i}\")] private static string Accessor{i}({one.Parameter}) => {said[i]};");
        return Generated.Ask($$"""
            Serve([typeof(Holder), {{string.Join(", ", Cases.Select((_, i) => $"Local{i}"))}}]);
            {{string.Join("\n", locals)}}
            static class Holder
            {
                {{string.Join("\n", names.Concat(accessors))}}
            }
            {{Enums}}
            """, [.. Cases.SelectMany((one, i) => new[] { ($"GET /local/{i}", one.Expected), ($"GET /name/{i}", one.Expected), ($"GET /accessor/{i}", one.Expected) })]);
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
        [Get("/look")] static string Look([Microsoft.AspNetCore.Mvc.FromServices] System.Text.StringBuilder? text = null, int a = 1) => text is null ? "none" : "some";
        record Note(string Text);
        """, ("POST /save", "none"), ("POST /save {\"text\":\"x\"}", "x"), ("GET /look", "none"));
}
