namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A handler that returns a task is said to block.</summary>
public sealed class LIT312_BlockingTask
{
    [Fact]
    public void A_task() => Generated.Verify("LIT312", """static class Reports { [Get("/", Blocking = true)] public static async Task<string> Make() { await Task.Yield(); return ""; } }""", """Get("/", Blocking = true)""", "[Get(Blocking = true)] on 'Reports.Make' is passed over: 'Reports.Make' returns 'Task<string>', and what it does before its first await is all that a thread of its own would see. Remove 'Blocking = true', or return the value itself.");

    [Fact]
    public void A_value_task() => Generated.Verify("LIT312", """static class Reports { [Post("/", Blocking = true)] public static ValueTask Make() => default; }""", """Post("/", Blocking = true)""");

    [Fact]
    public void A_sequence() => Generated.Verify("LIT312", """static class Reports { [Get("/", Blocking = true)] public static async IAsyncEnumerable<int> Make() { await Task.Yield(); yield return 1; } }""", """Get("/", Blocking = true)""");

    [Fact]
    public void The_verb_that_says_it_is_named() => Generated.Verify("LIT312", """static class Reports { [Get("/"), Post("/", Blocking = true)] public static Task Make() => Task.CompletedTask; }""", """Post("/", Blocking = true)""");

    [Fact]
    public void False_says_nothing() => Generated.Ok("""static class Reports { [Get("/", Blocking = false)] public static Task Make() => Task.CompletedTask; }""");
}
