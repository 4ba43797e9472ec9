namespace Litestar.CodeFixes.Tests;

/// <summary>A rule can never be applied.</summary>
public sealed class LIT210FixTests
{
    [Fact]
    public Task It_goes() => Fixed.Verify("LIT210", """
        using System.ComponentModel.DataAnnotations;
        static class Users { [Get("/")] public static string Show([StringLength(3)] int size) => ""; }
        """, "Remove [StringLength]", """
        using System.ComponentModel.DataAnnotations;
        static class Users { [Get("/")] public static string Show(int size) => ""; }
        """);

    [Fact]
    public Task Its_neighbours_stay() => Fixed.Verify("LIT210", """
        using System.ComponentModel.DataAnnotations;
        static class Users { [Get("/")] public static string Show([Range(1, 3), StringLength(3)] int size) => ""; }
        """, "Remove [StringLength]", """
        using System.ComponentModel.DataAnnotations;
        static class Users { [Get("/")] public static string Show([Range(1, 3)] int size) => ""; }
        """);
}
