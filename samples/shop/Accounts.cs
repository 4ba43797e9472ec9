using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Shop;

/// <summary>Makes tokens, and says how they are checked.</summary>
public sealed class Tokens(IConfiguration configuration)
{
    private const string Issuer = "shop";

    // Without a setting, tokens end with the process.
    private readonly SymmetricSecurityKey _key = new(configuration["Jwt:Key"] is { } key ? Encoding.UTF8.GetBytes(key) : RandomNumberGenerator.GetBytes(32));

    public TokenValidationParameters Validation => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = Issuer,
        IssuerSigningKey = _key,
        NameClaimType = JwtRegisteredClaimNames.Sub,
        RoleClaimType = "role",
    };

    public string Of(string user, string role, TimeSpan? life = null)
    {
        var now = DateTime.UtcNow;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Issuer,
            NotBefore = now.AddMinutes(-10),
            Expires = now + (life ?? TimeSpan.FromMinutes(30)),
            Claims = new Dictionary<string, object> { [JwtRegisteredClaimNames.Sub] = user, ["role"] = role },
            SigningCredentials = new(_key, SecurityAlgorithms.HmacSha256),
        });
    }
}

/// <summary>Who asks, as the handlers want to know it.</summary>
public sealed record Customer(string Name, bool IsClerk);

public static class Accounts
{
    /// <summary>Gives a token. A real app compares a hash.</summary>
    [Post("/tokens", Status = StatusCodes.Status200OK)]
    public static Token SignIn(Credentials credentials, Tokens tokens) => credentials switch
    {
        { Name: "ann", Password: "tea" } => new(tokens.Of("ann", "clerk")),
        { Name: "bob", Password: "milk" } => new(tokens.Of("bob", "customer")),
        _ => throw new NotAuthorizedException("The name or the password is wrong."),
    };

    [Get("/me"), Authorize, Provide(nameof(Current))]
    public static Customer Me(Customer me) => me;

    /// <summary>A provider: handlers take a <see cref="Customer"/>, not a principal.</summary>
    public static Customer Current(ClaimsPrincipal user) => new(user.Identity!.Name!, user.IsInRole("clerk"));
}

public sealed record Credentials(string Name, string Password);

public sealed record Token(string Value);
