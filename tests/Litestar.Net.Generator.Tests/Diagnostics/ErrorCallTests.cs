using System.Globalization;

namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>An error handler that code hands to a list or an app cannot be bound.</summary>
public sealed class ErrorCallTests
{
    [Theory]
    [InlineData("(string text, Db db) => text", "LIT102", "An error handler's first parameter is the exception that it answers. Write 'OnError((SoldOut error, Stock stock) => …)', or name a function.")]
    [InlineData("() => 1", "LIT102", "An error handler's first parameter is the exception that it answers. Write 'OnError((SoldOut error, Stock stock) => …)', or name a function.")]
    [InlineData("A.First", "LIT102", "An error handler's first parameter is the exception that it answers. Write 'OnError((SoldOut error, Stock stock) => …)', or name a function.")]
    [InlineData("(Exception error, [Microsoft.AspNetCore.Mvc.FromBody] Db db) => 1", "LIT103", "'db' of 'the lambda (Exception error, Db db)', which [OnError] on 'A' names, is read from the body, which only the handler can read. Use another source, or do this in the handler.")]
    [InlineData("(Exception error, System.IO.Stream body) => 1", "LIT103", "Use another source, or do this in the handler.")]
    [InlineData("(Exception error, Point point) => 1", "LIT107", null)]
    [InlineData("(Exception error, ref int number) => 1", "LIT101", "[OnError] on 'A' names 'the lambda (Exception error, int number)', which takes 'number' by reference. Pass it by value.")]
    [InlineData("(Own error, Db db) => 1", "LIT101", "[OnError] on 'A' names 'the lambda (Own error, Db db)', which takes or returns 'Own', which is private. Make that internal or public: generated code must name it.")]
    [InlineData("A.Hidden", "LIT101", "[OnError] on 'A' names 'A.Hidden', which takes or returns 'Own', which is private. Make that internal or public: generated code must name it.")]
    [InlineData("async void (Exception error, Db db) => await Task.Yield()", "LIT101", "[OnError] on 'A' names 'the lambda (Exception error, Db db)', which is async void, so it cannot be awaited. Return Task.")]
    [InlineData("(Exception error, Db db) => (1, 2)", "LIT402", null)]
    public void The_build_says_what_it_cannot_be_given(string function, string id, string? sentence)
    {
        var build = Build.Of($$"""
            public record Db;
            public struct Point;
            static class A
            {
                public static void Set(LitestarOptions options) => options.OnError({{function}});
                public static string First(string text) => text;
                static string Hidden(Own error, Db db) => "";
                class Own : Exception;
            }
            """);

        var problem = Assert.Single(build.Problems);
        Assert.Equal(id, problem.Id);
        Assert.EndsWith(sentence ?? "", problem.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_text_in_other_classes_is_another_function()
    {
        var build = Build.Of("""
            public record Db;
            static class A
            {
                public static void Set(LitestarOptions options) => options.OnError((Exception error, Db db) => Text(error)).OnError((Exception error, Db db) => Text(error));
                static string Text(Exception error) => "";
            }
            static class B<T>
            {
                public static void Set(Layer layer) => layer.OnError((FormatException _, Db __, string @class = "x") => 1, status: 400).OnError(function: Of);
                static string Of(FormatException error) => "";
            }
            static class C
            {
                public static void Set(Layer layer) => layer.OnError((Exception error, Db db) => Text(error));
                static int? Text(Exception error) => null;
            }
            """);

        Assert.True(build.Problems.IsEmpty, build.Explain());
    }
}
