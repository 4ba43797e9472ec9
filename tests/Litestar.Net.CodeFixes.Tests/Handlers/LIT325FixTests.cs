namespace Litestar.CodeFixes.Tests;

/// <summary>The client sends a value that a provider makes.</summary>
public sealed class LIT325FixTests
{
    private const string Users = """

        public record User(int Id);
        static class Users
        {
            [Get("/me"), Provide(nameof(Current))] public static string Me(User me) => "";
            public static User Current() => new(1);
        }
        """;

    [Fact]
    public Task The_handler_is_given_it() => Fixed.Verify("LIT325", """
        static class Posts
        {
            [Post("/posts")]
            public static string Write(User me) => "";
        }
        """ + Users, "Provide 'Users.Current' to 'Write'", """
        static class Posts
        {
            [Post("/posts"), Provide(nameof(Users.Current))]
            public static string Write(User me) => "";
        }
        """ + Users);

    [Fact]
    public Task A_function_of_a_program_is_given_it() => Fixed.Verify("LIT325", """
        HandlerList list = [Write];

        [Post("/posts")]
        static string Write(User me) => "";
        """ + Users, "Provide 'Users.Current' to 'Write'", """
        HandlerList list = [Write];

        [Post("/posts"), Provide(nameof(Users.Current))]
        static string Write(User me) => "";
        """ + Users);

    [Fact]
    public Task The_class_is_given_it() => Fixed.Verify("LIT325", """
        [Path("/posts")]
        static class Posts
        {
            [Post]
            public static string Write(User me) => "";
        }
        """ + Users, "Provide 'Users.Current' to all of 'Posts'", """
        [Path("/posts"), Provide(nameof(Users.Current))]
        static class Posts
        {
            [Post]
            public static string Write(User me) => "";
        }
        """ + Users);

    [Fact]
    public Task In_its_own_class_it_has_a_short_name() => Fixed.Verify("LIT325", """
        record User(int Id);
        static class Users
        {
            [Get("/me"), Provide(nameof(Current))] static string Me(User me) => "";
            [Post("/me")] static string Edit(User me) => "";
            static User Current() => new(1);
        }
        """, "Provide 'Users.Current' to 'Edit'", """
        record User(int Id);
        static class Users
        {
            [Get("/me"), Provide(nameof(Current))] static string Me(User me) => "";
            [Post("/me"), Provide(nameof(Current))] static string Edit(User me) => "";
            static User Current() => new(1);
        }
        """);

    [Fact]
    public Task The_client_sends_it() => Fixed.Verify("LIT325", """
        static class Posts
        {
            [Post("/posts")]
            public static string Write(User me) => "";
        }
        """ + Users, "Add [FromBody] to 'me'", """
        using Microsoft.AspNetCore.Mvc;
        static class Posts
        {
            [Post("/posts")]
            public static string Write([FromBody] User me) => "";
        }
        """ + Users);

    [Fact]
    public Task The_client_sends_it_in_the_query() => Fixed.Verify("LIT325", """
        using Microsoft.AspNetCore.Mvc;
        static class A
        {
            [Get("/a"), Provide(nameof(Limit))] static int F(int limit) => limit;
            [Get("/b")] static int G(int limit) => limit;
            static int Limit() => 1;
        }
        """, "Add [FromQuery] to 'limit'", """
        using Microsoft.AspNetCore.Mvc;
        static class A
        {
            [Get("/a"), Provide(nameof(Limit))] static int F(int limit) => limit;
            [Get("/b")] static int G([FromQuery] int limit) => limit;
            static int Limit() => 1;
        }
        """);

    [Fact]
    public Task What_is_private_elsewhere_is_not_offered() => Fixed.Offers("LIT325", """
        static class Posts
        {
            [Post("/posts")]
            public static string Write(User me) => "";
        }
        """ + Users.Replace("public static User Current", "static User Current"), "Add [FromBody] to 'me'");

    [Fact]
    public Task Each_provider_of_the_type_is_offered() => Fixed.Offers("LIT325", """
        static class Posts
        {
            [Post("/posts")]
            public static string Write(User me) => "";
            [Get("/guest"), Provide(nameof(Guest))] public static string Show(User me) => "";
            public static User Guest() => new(0);
        }
        """ + Users, "Provide 'Posts.Guest' to 'Write'", "Provide 'Posts.Guest' to all of 'Posts'", "Provide 'Users.Current' to 'Write'", "Provide 'Users.Current' to all of 'Posts'", "Add [FromBody] to 'me'");
}
