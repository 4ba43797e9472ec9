namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A handler is async void.</summary>
public sealed class LIT307_AsyncVoid
{
    [Fact]
    public void A_method() => Generated.Verify("LIT307", """static class Users { [Post("/")] public static async void Save() => await Task.Yield(); }""", "Save", """'Users.Save' is async void, so it cannot be awaited: the response would be sent before it ends, and its exceptions would end the process. Return Task.""");

    [Fact]
    public void A_local_function() => Generated.Verify("LIT307", """
        HandlerList list = [Save];
        [Post("/")] static async void Save() => await Task.Yield();
        """, "Save");

    [Fact]
    public void Void_alone_is_fine() => Generated.Ok("""static class Users { [Post("/")] public static void Save() { } }""");
}
