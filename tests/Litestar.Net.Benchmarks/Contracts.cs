using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;

namespace Litestar.Benchmarks;

public sealed record Message(string Text, int Number);

public sealed record User(int Id, bool Active, string[] Tags);

public sealed record Line(string Sku, int Quantity)
{
    public static Line[] Many(int count) => [.. Enumerable.Range(1, count).Select(i => new Line("A-1", i))];

    public static async IAsyncEnumerable<Line> Stream(int count)
    {
        await Task.CompletedTask;
        for (var i = 1; i <= count; i++)
        {
            yield return new Line("A-1", i);
        }
    }
}

public sealed record Order(string Customer, Line[] Lines);

public sealed record Receipt(int Id, int Quantity);

/// <summary>Who asks; told by a header that says so.</summary>
public sealed record Caller(string Name)
{
    private const string Scheme = "Bearer ";

    public static bool IsSignedIn(HttpContext context) => context.Request.Headers.Authorization is [{ } header] && header.StartsWith(Scheme, StringComparison.Ordinal);

    public static Caller Of(HttpContext context) => new(context.Request.Headers.Authorization.ToString()[Scheme.Length..]);
}

/// <summary>What is checked once it has been read.</summary>
public sealed record Signup(
    [Required, StringLength(40, MinimumLength = 2)] string Name,
    [Required, EmailAddress] string Email,
    [Range(18, 120)] int Age,
    [Required, MinLength(1), MaxLength(20)] List<Wish> Wishes);

public sealed record Wish([Required, StringLength(20)] string Sku, [Range(1, 99)] int Quantity);
