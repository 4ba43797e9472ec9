namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A handler that returns a task is marked as blocking.</summary>
public sealed class LIT312_BlockingTask
{
    [Fact]
    public void A_task() => Generated.Verify("LIT312", """static class Reports { [Get("/", Blocking = true)] public static async Task<string> Make() { await Task.Yield(); return ""; } }""", """Get("/", Blocking = true)""", "[Get(Blocking = true)] on 'Reports.Make' is ignored: 'Reports.Make' returns 'Task<string>', and only the code before its first await would run on a thread of its own. Remove 'Blocking = true', or return the value itself.");

    [Fact]
    public void A_value_task() => Generated.Verify("LIT312", """static class Reports { [Post("/", Blocking = true)] public static ValueTask Make() => default; }""", """Post("/", Blocking = true)""");

    [Fact]
    public void A_sequence() => Generated.Verify("LIT312", """static class Reports { [Get("/", Blocking = true)] public static async IAsyncEnumerable<int> Make() { await Task.Yield(); yield return 1; } }""", """Get("/", Blocking = true)""");

    [Fact]
    public void The_verb_that_says_it_is_named() => Generated.Verify("LIT312", """static class Reports { [Get("/"), Post("/", Blocking = true)] public static Task Make() => Task.CompletedTask; }""", """Post("/", Blocking = true)""");

    [Fact]
    public void False_says_nothing() => Generated.Ok("""static class Reports { [Get("/", Blocking = false)] public static Task Make() => Task.CompletedTask; }""");
}
