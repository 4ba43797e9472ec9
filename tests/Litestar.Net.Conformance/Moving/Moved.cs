using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Litestar.Conformance.Moving;

public class Todo
{
    public int Id { get; set; }

    public string Title { get; set; } = null!;

    public List<string> Tags { get; set; } = null!;

    public bool IsComplete { get; set; }
}

public enum Tone
{
    Soft = 1,
    Loud = 2,
}

public sealed record Toned(Tone Tone);

/// <summary>The functions that both serve: minimal APIs by <c>MapGet</c> and its like, Litestar by their attributes.</summary>
public static class Moved
{
    [Put("/todo")] public static string Todo([FromBody] Todo todo) => $"{todo.Id} {todo.Title ?? "null"} {todo.IsComplete} {todo.Tags?.Count}";
    [Put("/todo/form")] public static string TodoForm([FromForm] Todo todo) => $"{todo.Id} {todo.Title ?? "null"} {todo.IsComplete}";
    [Post("/status")] public static string Post() => "made";
    [Post("/status/nothing")] public static void PostNothing() { }
    [Delete("/status")] public static void Delete() { }
    [Delete("/status/value")] public static string DeleteValue() => "gone";
    [Delete("/status/later")] public static Task DeleteLater() => Task.CompletedTask;
    [Get("/bytes")] public static byte[] Bytes() => [1, 2, 3];
    [Put("/bytes")] public static int BytesIn(byte[] bytes) => bytes.Length;
    [Put("/list")] public static int List(List<string> list) => list.Count;
    [Get("/null")] public static string? Null() => null;
    [Get("/get")] public static string Get() => "got";
    [Get("/refused")] public static string Rejected(int number) => $"{number}";
    [Get("/thrown")] public static string Thrown() => throw new InvalidOperationException();
    [Get("/problem")] public static IResult Problem() => TypedResults.Problem("No.", statusCode: 409);
    [Get("/tone")] public static string Tone(Tone tone) => $"{tone}";
    [Put("/tone")] public static string Toned(Toned toned) => $"{toned.Tone}";
    [Get("/one")] public static int One(int x) => x;
    [Get("/text")] public static string Text(string x) => x;
    [Get("/maybe")] public static string Maybe(int? x) => $"{x}";
    [Get("/flag")] public static bool Flag(bool x) => x;
    [Get("/items")] public static int Items(int[] x) => x.Length;
    [Get("/date")] public static string Date(DateTime x) => x.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    [Put("/box")] public static bool Box([FromForm] bool agree) => agree;
}

/// <summary>The same paths with what the table's last column says to write.</summary>
public static class Rewritten
{
    [Get("/bytes")] public static IResult Bytes() => TypedResults.Ok(new byte[] { 1, 2, 3 });
    [Put("/bytes")] public static int BytesIn([FromBody] byte[] bytes) => bytes.Length;
    [Put("/list")] public static int List([FromBody] List<string> list) => list.Count;
    [Get("/text")] public static string Text(string[] x) => string.Join(',', x);
    [Get("/items")] public static int Items(int[]? x) => x?.Length ?? 0;
    [Get("/flag")] public static bool Flag(string x) => bool.TryParse(x, out var flag) ? flag : throw new BadRequestException("x is no bool.");
    [Get("/date")] public static string Date(string x) => DateTime.Parse(x, System.Globalization.CultureInfo.InvariantCulture).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    [Get("/tone")] public static string Tone(string tone) => Enum.TryParse<Tone>(tone, out var value) ? $"{value}" : throw new BadRequestException("tone is no tone.");
    [Put("/box")] public static bool Box([FromForm] string? agree) => bool.TryParse(agree, out var value) ? value : throw new BadRequestException("agree is no bool.");
}
