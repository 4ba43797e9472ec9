namespace Litestar.CodeFixes.Tests;

/// <summary>A parameter is read from text, and its type cannot be.</summary>
public sealed class LIT203FixTests
{
    [Fact]
    public Task What_the_framework_hands_over_needs_no_marker() => Fixed.Verify("LIT203", """
        using Microsoft.AspNetCore.Mvc;
        static class Users { [Get("/")] public static string Show([FromQuery] CancellationToken stop) => ""; }
        """, "Remove [FromQuery]", """
        using Microsoft.AspNetCore.Mvc;
        static class Users { [Get("/")] public static string Show(CancellationToken stop) => ""; }
        """);

    [Fact]
    public Task The_members_of_a_type_are_read_one_by_one() => Fixed.Verify("LIT203", """
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        static class Users { [Get("/")] public static string Show([FromQuery] Paging paging) => ""; }
        public record Paging(int Page, int Size = 20);
        """, "Read its members one by one with [AsParameters]", """
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        static class Users { [Get("/")] public static string Show([AsParameters] Paging paging) => ""; }
        public record Paging(int Page, int Size = 20);
        """);

    [Fact]
    public Task What_must_be_imported_is() => Fixed.Verify("LIT203", """
        using Microsoft.AspNetCore.Mvc;

        static class Users { [Get("/")] public static string Show([FromQuery] Paging paging) => ""; }
        public record Paging(int Page, int Size = 20);
        """, "Read its members one by one with [AsParameters]", """
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;

        static class Users { [Get("/")] public static string Show([AsParameters] Paging paging) => ""; }
        public record Paging(int Page, int Size = 20);
        """);

    [Fact]
    public Task For_a_type_of_others_nothing_is_mechanical() => Fixed.Offers("LIT203", """
        using Microsoft.AspNetCore.Mvc;
        static class Users { [Get("/")] public static string Show([FromQuery] Tuple<int> pair) => ""; }
        """);
}
