using System.Text.Json.Nodes;

namespace Litestar.Conformance;

/// <summary>An answer on one line: its status and body, or for a problem what it says of each key.</summary>
public static class Summary
{
    public static string Of(Answer answer)
    {
        if (answer.ContentType != "application/problem+json")
        {
            return $"{answer.Status} {answer.Body}";
        }

        var problem = JsonNode.Parse(answer.Body)!.AsObject();
        Assert.Equal(answer.Status, (int)problem["status"]!);
        Assert.All((string[])["type", "title", "detail", "traceId"], member => Assert.NotEqual("", (string)problem[member]!));
        return problem["errors"] is JsonObject errors
            ? $"{answer.Status} {string.Join(' ', errors.Select(error => $"{error.Key}: {string.Join(' ', error.Value!.AsArray().Select(message => (string)message!))}"))}"
            : $"{answer.Status} {(string)problem["detail"]!}";
    }
}
