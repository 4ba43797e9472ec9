using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Litestar.Conformance.Apps;

public record Entry([Range(1, 9)] int Q);

public interface IPart { string Name { get; } }

public sealed class Part(string name) : IPart
{
    public string Name => name;
}

public interface IUnknown;

[JsonDerivedType(typeof(Dot), "dot")]
public interface IFigure;

public sealed record Dot([Range(1, 9)] int X) : IFigure;

public record Batch(IEnumerable<Entry> Entries, [FromQuery] string? Tag = null);

/// <summary>Lists that a body brings, and lists of services: to the container each is one.</summary>
[Path("/lists")]
public static class ServiceLists
{
    [Post("/entries")] public static string Entries(IEnumerable<Entry> entries) => $"{entries.Count()}";
    [Put("/entries")] public static string Put(IEnumerable<Entry>? entries) => $"{entries?.Count() ?? -1}";
    [Patch("/entries")] public static string Patch(IEnumerable<Entry> entries = null!) => $"{entries?.Count() ?? -1}";
    [Post("/batch")] public static string Batch([AsParameters] Batch batch) => $"{batch.Entries.Count()}";
    [Post("/figures")] public static string Figures(IEnumerable<IFigure> figures) => $"{figures.Count()}";
    [Post("/read-only")] public static string ReadOnly(IReadOnlyCollection<Entry> entries) => $"{entries.Count}";
    [Post("/nested")] public static string Nested(IEnumerable<IEnumerable<Entry>> entries) => $"{entries.Sum(inner => inner.Count())}";
    [Get("/parts")] public static string Parts(IEnumerable<IPart> parts) => string.Join('|', parts.Select(part => part.Name));
    [Post("/parts")] public static string PostParts(IEnumerable<IPart> parts, Entry entry) => $"{string.Join('|', parts.Select(part => part.Name))} {entry.Q}";
    [Get("/concrete")] public static string Concrete(IEnumerable<Part> parts) => string.Join('|', parts.Select(part => part.Name));
    [Get("/unknown")] public static string Unknown(IEnumerable<IUnknown> parts) => $"{parts.Count()}";
    [Post("/unknown")] public static string PostUnknown(IEnumerable<IUnknown> parts) => $"{parts.Count()}";
    [Get("/marked")] public static string Marked([FromServices] IEnumerable<Entry> parts) => $"{parts.Count()}";
}
