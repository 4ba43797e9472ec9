using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Litestar.Tests.Routing;

/// <summary>The attributes of a handler are created once for each of its routes.</summary>
public sealed class MetadataTests
{
    [Fact]
    public async Task An_app_creates_an_attribute_once()
    {
        var before = CountedAttribute.Count;
        await using var app = LitestarApp.Create([Save], []);

        Assert.Single(app.Routes);
        Assert.Equal(1, CountedAttribute.Count - before);
    }

    [Fact]
    public async Task So_does_a_host()
    {
        await using var host = WebApplication.CreateSlimBuilder().Build();
        var before = CountedAttribute.Count;
        host.MapLitestar([Save]);

        Assert.NotEmpty(((IEndpointRouteBuilder)host).DataSources.SelectMany(source => source.Endpoints));
        Assert.Equal(1, CountedAttribute.Count - before);
    }

    [Post("/counted"), Counted]
    private static string Save(Item item) => item.Name;

    internal sealed record Item(string Name);

    [AttributeUsage(AttributeTargets.Method)]
    internal sealed class CountedAttribute : Attribute
    {
        [ThreadStatic]
        private static int _count;

        public CountedAttribute() => _count++;

        public static int Count => _count;
    }
}
