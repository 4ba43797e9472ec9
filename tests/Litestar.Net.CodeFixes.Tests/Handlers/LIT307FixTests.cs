namespace Litestar.CodeFixes.Tests;

/// <summary>A handler is async void.</summary>
public sealed class LIT307FixTests
{
    [Fact]
    public Task It_returns_a_task() => Fixed.Verify("LIT307",
        """static class Mail { [Post("/mail")] public static async void Send(string text) => await Task.Delay(text.Length); }""",
        "Return Task",
        """static class Mail { [Post("/mail")] public static async Task Send(string text) => await Task.Delay(text.Length); }""");

    [Fact]
    public Task All_at_once() => Fixed.VerifyAll("LIT307",
        """static class Mail { [Post("/a")] static async void A() => await Task.Yield(); [Post("/b")] static async void B() => await Task.Yield(); }""",
        "Return Task",
        """static class Mail { [Post("/a")] static async Task A() => await Task.Yield(); [Post("/b")] static async Task B() => await Task.Yield(); }""");
}
