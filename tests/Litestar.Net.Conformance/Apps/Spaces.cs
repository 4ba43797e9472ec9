using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

// Anybody may declare a namespace that begins as those of the framework do.
namespace Systematic.Models
{
    public enum Kind { Plain, Fancy }

    public class Thing
    {
        [Range(1, 5)] public required int N { get; init; }
        public Kind Kind { get; init; } = Kind.Fancy;
        public string Name { get; init; } = "none";
        public List<string> Tags { get; set; } = ["new"];
    }

    public readonly record struct Code(int Value) : ISpanParsable<Code>
    {
        public static Code Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => TryParse(s, provider, out var code) ? code : throw new FormatException();
        public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Code result) => (result = new(s.Length)) is var _ && s is not "no";
        public static Code Parse(string s, IFormatProvider? provider) => Parse(s.AsSpan(), provider);
        public static bool TryParse(string? s, IFormatProvider? provider, out Code result) => TryParse(s.AsSpan(), provider, out result);
    }
}

namespace System.Shop
{
    public class Thing
    {
        [Range(1, 5)] public required int N { get; init; }
        public Systematic.Models.Kind Kind { get; init; } = Systematic.Models.Kind.Fancy;
        public string Name { get; init; } = "none";
        public List<string> Tags { get; set; } = ["new"];
    }

    public readonly record struct Code(int Value) : ISpanParsable<Code>
    {
        public static Code Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => TryParse(s, provider, out var code) ? code : throw new FormatException();
        public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Code result) => (result = new(s.Length)) is var _ && s is not "no";
        public static Code Parse(string s, IFormatProvider? provider) => Parse(s.AsSpan(), provider);
        public static bool TryParse(string? s, IFormatProvider? provider, out Code result) => TryParse(s.AsSpan(), provider, out result);
    }
}

namespace System.Network
{
    public record Thing([Range(1, 5)] int N, Systematic.Models.Kind Kind = Systematic.Models.Kind.Fancy, string Name = "none") { public List<string> Tags { get; init; } = ["new"]; }
}

namespace Microsoft.Shop
{
    public record Thing([Range(1, 5)] int N, Systematic.Models.Kind Kind = Systematic.Models.Kind.Fancy, string Name = "none") { public List<string> Tags { get; init; } = ["new"]; }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class MarkAttribute(string text) : Attribute
    {
        public string Text => text;
    }
}

namespace System.Runtimes
{
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class MarkAttribute(string text) : Attribute
    {
        public string Text => text;
    }
}

namespace Litestar.Conformance.Apps
{
    /// <summary>The same in namespaces that begin with the framework's letters, or with its names.</summary>
    [Path("/spaces")]
    public static class Spaces
    {
        [Post("/systematic")] public static string A(Systematic.Models.Thing data) => Of(data.N, data.Kind, data.Name, data.Tags);
        [Post("/system")] public static string B(System.Shop.Thing data) => Of(data.N, data.Kind, data.Name, data.Tags);
        [Post("/network")] public static string C(System.Network.Thing data) => Of(data.N, data.Kind, data.Name, data.Tags);
        [Post("/microsoft")] public static string D(Microsoft.Shop.Thing data) => Of(data.N, data.Kind, data.Name, data.Tags);
        [Post("/form/systematic")] public static string FormA([FromForm] Systematic.Models.Thing data) => Of(data.N, data.Kind, data.Name, data.Tags);
        [Post("/form/system")] public static string FormB([FromForm] System.Shop.Thing data) => Of(data.N, data.Kind, data.Name, data.Tags);
        [Post("/form/network")] public static string FormC([FromForm] System.Network.Thing data) => Of(data.N, data.Kind, data.Name, data.Tags);
        [Post("/form/microsoft")] public static string FormD([FromForm] Microsoft.Shop.Thing data) => Of(data.N, data.Kind, data.Name, data.Tags);
        [Get("/group/systematic")] public static string GroupA([AsParameters] Systematic.Models.Thing data) => Of(data.N, data.Kind, data.Name, data.Tags);
        [Get("/group/system")] public static string GroupB([AsParameters] System.Shop.Thing data) => Of(data.N, data.Kind, data.Name, data.Tags);
        [Get("/group/network")] public static string GroupC([AsParameters] System.Network.Thing data) => Of(data.N, data.Kind, data.Name, data.Tags);
        [Get("/group/microsoft")] public static string GroupD([AsParameters] Microsoft.Shop.Thing data) => Of(data.N, data.Kind, data.Name, data.Tags);
        [Get("/answer/systematic")] public static Systematic.Models.Thing[] AnswerA() => [new() { N = 1 }];
        [Get("/answer/system")] public static System.Shop.Thing AnswerB() => new() { N = 1 };
        [Get("/answer/network")] public static Dictionary<string, System.Network.Thing> AnswerC() => new() { ["a"] = new(1) };
        [Get("/answer/microsoft")] public static Microsoft.Shop.Thing AnswerD() => new(1);
        [Get("/code/systematic")] public static string CodeA(Systematic.Models.Code code) => $"{code.Value}";
        [Get("/code/system")] public static string CodeB(System.Shop.Code code) => $"{code.Value}";

        [Get("/marks"), Microsoft.Shop.Mark("m"), System.Runtimes.Mark("s")]
        public static string Marks(HttpContext context) => $"{context.GetEndpoint()!.Metadata.GetMetadata<Microsoft.Shop.MarkAttribute>()?.Text} {context.GetEndpoint()!.Metadata.GetMetadata<System.Runtimes.MarkAttribute>()?.Text}";

        private static string Of(int n, Systematic.Models.Kind kind, string name, List<string> tags) => $"{n} {kind} {name} {string.Join('|', tags)}";
    }
}
