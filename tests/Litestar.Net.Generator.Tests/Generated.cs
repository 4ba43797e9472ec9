using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Tests;

/// <summary>The verbs of this project's tests: generate, compile, ask, compare.</summary>
internal static class Generated
{
    /// <summary>The code compiles with what is generated for it, and nobody complains.</summary>
    public static void Ok(string code, Project? project = null)
    {
        var build = Build.Of(code, project);
        Assert.True(build.Problems.IsEmpty, build.Explain());
    }

    /// <summary>The code draws one complaint, below this piece of it.</summary>
    public static Diagnostic Verify(string id, string code, string squiggle)
    {
        var build = Build.Of(code);
        var found = build.Problems.Length is 1 ? build.Problems[0] : throw new Xunit.Sdk.XunitException($"One complaint, {id}, was expected.\n{build.Explain()}");
        Assert.Equal((id, squiggle), (found.Id, TextOf(found)));
        return found;
    }

    /// <summary>The code draws the complaint with this message, below this piece of it.</summary>
    public static void Verify(string id, string code, string squiggle, string message) =>
        Assert.Equal(message, Verify(id, code, squiggle).GetMessage(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The code runs, and answers a request: <c>Ask(code, "GET /users/1", 200, "Bob")</c>; with any body where none is given.</summary>
    public static async Task Ask(string code, string request, int status, string? body)
    {
        using var app = Running.Start(code);
        await app.Ask(request, status, body);
    }

    /// <summary>The code runs, and answers requests with 200 and these bodies.</summary>
    public static async Task Ask(string code, params (string Request, string Body)[] asked)
    {
        using var app = Running.Start(code);
        foreach (var (request, body) in asked)
        {
            await app.Ask(request, request.StartsWith("POST", StringComparison.Ordinal) ? 201 : 200, body);
        }
    }

    private static string TextOf(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetText().ToString(diagnostic.Location.SourceSpan) ?? "";
}
