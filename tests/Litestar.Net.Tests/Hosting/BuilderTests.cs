using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Litestar.Tests.Hosting;

/// <summary>The builder takes what ASP.NET Core's own takes.</summary>
public sealed class BuilderTests
{
    [Fact]
    public void Is_a_builder_of_a_host()
    {
        var builder = LitestarApp.CreateBuilder([]);
        IHostApplicationBuilder host = builder;

        Assert.Same(builder.Services, host.Services);
        Assert.Same(builder.Configuration, host.Configuration);
        Assert.Same(builder.Environment, host.Environment);
        Assert.Same(builder.Logging, host.Logging);
        Assert.Same(builder.Metrics, host.Metrics);
        Assert.Same(((IHostApplicationBuilder)builder.WebApplicationBuilder).Properties, host.Properties);
        Assert.Same(builder, Extended(builder));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Takes_another_container(bool isOfHost)
    {
        var factory = new Factory();
        var builder = LitestarApp.CreateBuilder([]);
        builder.WebHost.UseTestServer();
        builder.Handlers.Add([typeof(Facts)]);
        if (isOfHost)
        {
            builder.Host.UseServiceProviderFactory(factory).ConfigureContainer<Container>(container => container.Services.AddSingleton(new Fact("host")));
        }
        else
        {
            ((IHostApplicationBuilder)builder).ConfigureContainer(factory, container => container.Services.AddSingleton(new Fact("builder")));
        }

        await using var app = builder.Build();
        await app.StartAsync();

        Assert.Equal(isOfHost ? "host" : "builder", await app.GetTestClient().GetStringAsync("/facts"));
        Assert.True(factory.IsUsed);
    }

    [Theory]
    [InlineData(null, "simple")]
    [InlineData("json", "json")]
    [InlineData("systemd", "systemd")]
    public async Task Logs_in_the_format_of_the_settings(string? setting, string expected)
    {
        await using var app = LitestarApp.CreateBuilder(setting is null ? [] : [$"--Logging:Console:FormatterName={setting}"]).Build();

        Assert.Equal(expected, app.Services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName);
    }

    // The signature of Aspire's service defaults.
    private static TBuilder Extended<TBuilder>(TBuilder builder) where TBuilder : IHostApplicationBuilder => builder;

    internal sealed record Fact(string Text);

    [Path("/facts")]
    internal static class Facts
    {
        [Get]
        public static string Read(Fact fact) => fact.Text;
    }

    private sealed record Container(IServiceCollection Services);

    private sealed class Factory : IServiceProviderFactory<Container>
    {
        public bool IsUsed { get; private set; }

        public Container CreateBuilder(IServiceCollection services) => new(services);

        public IServiceProvider CreateServiceProvider(Container containerBuilder)
        {
            IsUsed = true;
            return containerBuilder.Services.BuildServiceProvider();
        }
    }
}
