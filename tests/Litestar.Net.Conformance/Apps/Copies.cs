using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Litestar.Conformance.Apps;

public enum Ink
{
    Black,
    Blue,
}

public record Copied(string Title, int Pages, Ink Ink = Ink.Black, List<Copied>? Parts = null);

public class Unlisted
{
    public string? Name { get; set; }
}

/// <summary>Reads and writes text as JSON with the metadata of the handlers.</summary>
[Path("/copies")]
public static class Copies
{
    [Post]
    public static Copied Make(Copied copied) => copied;

    [Get("/read")]
    public static string Read(string text, HttpContext context)
    {
        var json = HandlerJson.Of(context.RequestServices);
        try
        {
            return JsonSerializer.Serialize(JsonSerializer.Deserialize(text, json.ForReading<Copied>())!, json.ForWriting<Copied>());
        }
        catch (JsonException exception)
        {
            return $"a fault at {exception.Path}";
        }
    }

    [Get("/unlisted")]
    public static string Unknown(HttpContext context)
    {
        try
        {
            return HandlerJson.Of(context.RequestServices).ForWriting<Unlisted>().Type.Name;
        }
        catch (InvalidOperationException exception)
        {
            return exception.Message;
        }
    }
}
