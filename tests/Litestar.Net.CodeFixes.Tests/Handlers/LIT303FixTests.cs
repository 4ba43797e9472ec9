namespace Litestar.CodeFixes.Tests;

/// <summary>A signature names a type that generated code cannot reach.</summary>
public sealed class LIT303FixTests
{
    [Fact]
    public Task The_type_is_opened() => Fixed.Verify("LIT303", """
        static class Users
        {
            // A person.
            private sealed record User(string Name);

            [Get("/users")] private static User First() => new("Bob");
        }
        """, "Make 'User' internal", """
        static class Users
        {
            // A person.
            internal sealed record User(string Name);

            [Get("/users")] private static User First() => new("Bob");
        }
        """);

    [Fact]
    public Task The_class_around_it_is_opened() => Fixed.Verify("LIT303",
        """static class Users { class Hidden { internal record Secret; } [Get("/")] private static Hidden.Secret Show() => new(); }""",
        "Make 'Hidden' internal",
        """static class Users { internal class Hidden { internal record Secret; } [Get("/")] private static Hidden.Secret Show() => new(); }""");

    [Fact]
    public Task A_type_local_to_its_file() => Fixed.Verify("LIT303", """
        file record Secret;
        static class Users { [Get("/")] private static object Show() => ""; [Post("/")] private static void Add(Secret secret) { } }
        """, "Make 'Secret' internal", """
        internal record Secret;
        static class Users { [Get("/")] private static object Show() => ""; [Post("/")] private static void Add(Secret secret) { } }
        """);
}
