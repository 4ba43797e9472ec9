using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.EntityFrameworkCore;

namespace Shop;

/// <summary>The app, put together. Program.cs runs it, tests ask it in memory.</summary>
public static class App
{
    public static LitestarBuilder Create(string[] args)
    {
        var builder = LitestarApp.CreateBuilder(args);

        // Read when the first context is made: a test may set another database until then.
        builder.Services.AddDbContext<ShopDb>((services, options) =>
            options.UseSqlite(services.GetRequiredService<IConfiguration>().GetConnectionString("Shop") ?? "Data Source=shop.db"));
        builder.Options.OnStartup(CreateTables);

        builder.Services.AddSingleton<Tokens>();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<Tokens>((options, tokens) => (options.MapInboundClaims, options.TokenValidationParameters) = (false, tokens.Validation));
        builder.Services.AddAuthorization();

        builder.Handlers.Add([typeof(Accounts), typeof(Products), typeof(Orders)]);
        return builder;
    }

    // For a sample. An app with a database to keep has migrations.
    private static async Task CreateTables(IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ShopDb>().Database.EnsureCreatedAsync(cancellation);
    }
}
