namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A layer's function has the wrong shape.</summary>
public sealed class LIT102_WrongSignature
{
    [Theory]
    [InlineData("Guard", "int F() => 1", "A guard returns bool, IResult?, nothing, or a task of these.")]
    [InlineData("Guard", "Task<string> F() => null!", "A guard returns bool, IResult?, nothing, or a task of these.")]
    [InlineData("Before", "bool F() => true", "A hook before the handler returns nothing, IResult?, or a task of these.")]
    [InlineData("After", "string F() => \"\"", "A hook after the handler returns nothing or a task, because the handler's value is the response.")]
    [InlineData("AfterResponse", "Microsoft.AspNetCore.Http.IResult? F() => null", "A hook after the handler returns nothing or a task, because the handler's value is the response.")]
    [InlineData("Provide", "void F() { }", "A provider returns the value, a task of it, or IAsyncEnumerable of it with one yield.")]
    [InlineData("Provide", "Task F() => null!", "A provider returns the value, a task of it, or IAsyncEnumerable of it with one yield.")]
    [InlineData("Provide", "IEnumerable<Uri> F() { yield return new(\"/\"); }", "A provider that yields its value returns IAsyncEnumerable of it; one whose value is a sequence returns a list.")]
    [InlineData("OnError", "string F(string text) => text", "An error handler's first parameter is the exception that it answers.")]
    [InlineData("OnError", "string F() => \"\"", "An error handler's first parameter is the exception that it answers.")]
    [InlineData("OnError", "void F(Exception error) { }", "An error handler returns the answer: an IResult, or a value.")]
    [InlineData("Middleware", "Task F(Microsoft.AspNetCore.Http.HttpContext context) => null!", "Middleware is Task F(HttpContext context, RequestDelegate next).")]
    [InlineData("Middleware", "void F(Microsoft.AspNetCore.Http.HttpContext context, Microsoft.AspNetCore.Http.RequestDelegate next) { }", "Middleware is Task F(HttpContext context, RequestDelegate next).")]
    public void It_says_what_would_fit(string kind, string function, string remedy)
    {
        var build = Build.Of($"static class A {{ [Get(\"/a\"), {kind}(nameof(F))] public static string Show() => \"\"; static {function}{(function.EndsWith('}') ? "" : ";")} }}");

        var problem = Assert.Single(build.Problems);
        Assert.Equal("LIT102", problem.Id);
        Assert.EndsWith(remedy, problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
