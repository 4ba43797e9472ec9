namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A provider returns a type that the framework binds.</summary>
public sealed class LIT324_UnusedProvider
{
    [Theory]
    [InlineData("CancellationToken", "CancellationToken")]
    [InlineData("System.Security.Claims.ClaimsPrincipal", "ClaimsPrincipal")]
    [InlineData("byte[]", "byte[]")]
    public void It_is_never_asked(string type, string name)
    {
        var problem = Assert.Single(Build.Of($"static class A {{ [Get(\"/a\"), Provide(nameof(Make))] public static string Show() => \"\"; static {type} Make() => default!; }}").Problems);

        Assert.Equal(("LIT324", $"'A.Make', which [Provide] on 'A.Show' names, makes a '{name}', and the framework binds that type itself, so this provider is never called. Provide a type of your own."), (problem.Id, problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
    }
}
