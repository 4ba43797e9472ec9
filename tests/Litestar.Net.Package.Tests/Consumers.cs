using System.Runtime.InteropServices;

namespace Litestar.Package.Tests;

/// <summary>Four projects of a stranger who is strict with himself, built once from the packages, as they are published: two libraries of handlers, an app in C#, an app in F#.</summary>
public sealed class Consumers(Feed feed) : IAsyncLifetime
{
    // All rules of .NET's analyzers, the trimmer's and the AOT compiler's among them, every warning an error, also over what is generated.
    private const string Strict = """
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <AnalysisLevel>latest-all</AnalysisLevel>
            <IsAotCompatible>true</IsAotCompatible>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            <NuGetAudit>false</NuGetAudit>
            <Deterministic>true</Deterministic>
            <ContinuousIntegrationBuild>true</ContinuousIntegrationBuild>
            <PathMap>$(MSBuildProjectDirectory)=/source</PathMap>
            <TrimmerSingleWarn>false</TrimmerSingleWarn>
            <SuppressTrimAnalysisWarnings>false</SuppressTrimAnalysisWarnings>
        """;

    private const string Package = """<ItemGroup><PackageReference Include="Litestar.Net" Version="$VERSION" /></ItemGroup>""";

    // Builds of one project write the same files.
    private readonly SemaphoreSlim _turn = new(1);

    public string Folder { get; } = feed.Folder(
        ("All.slnx", """
            <Solution>
              <Project Path="Shop/Shop.csproj" />
              <Project Path="Stock/Stock.csproj" />
              <Project Path="Kit/Kit.csproj" />
              <Project Path="App/App.csproj" />
              <Project Path="Fs/Fs.fsproj" />
            </Solution>
            """),

        // Without implicit usings: every using is written.
        ("Shop/Shop.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
            {Strict}
              </PropertyGroup>
              {Package}
            </Project>
            """),
        ("Shop/ShopModule.cs", """
            using System;
            using System.Collections.Generic;
            using System.ComponentModel.DataAnnotations;
            using System.Threading.Tasks;
            using FluentValidation;
            using Litestar;
            using Microsoft.AspNetCore.Http;

            namespace Shop;

            /// <summary>What the shop offers to an app.</summary>
            public static class ShopModule
            {
                /// <summary>Its handlers.</summary>
                public static HandlerList Handlers => [typeof(Carts)];
            }

            [Path("/carts"), Provide(nameof(Tenant)), Guard(nameof(IsOpen)), ResponseHeader("X-Shop", "1")]
            internal static class Carts
            {
                [Get("/{id:int}")]
                private static Cart Show(int id, Tenant tenant) => new($"{tenant.Name} {id}", [new("apple", 1)]);

                [Post]
                internal static async Task<Cart> Fill(Cart cart)
                {
                    await Task.Yield();
                    return cart;
                }

                [Get("/all")]
                internal static async IAsyncEnumerable<Item> All([Range(1, 5)] int count = 2)
                {
                    for (var i = 0; i < count; i++)
                    {
                        await Task.Yield();
                        yield return new("apple", i);
                    }
                }

                [Get("/codes/{code:regex(^[a-z]{{2}}$)}")]
                internal static string Code(string code) => code;

                internal static Tenant Tenant(string tenant = "acme") => new(tenant);

                internal static bool IsOpen(HttpRequest request) => !request.Headers.ContainsKey("X-Closed");
            }

            internal sealed record Tenant(string Name);

            internal sealed record Cart([property: Required] string Owner, IReadOnlyList<Item> Items);

            internal sealed record Item(string Name, [property: Range(0, 9)] int Count);

            internal sealed class CartValidator : AbstractValidator<Cart>
            {
                public CartValidator() => RuleFor(cart => cart.Owner).NotEqual("nobody").WithMessage("Somebody must own it.");
            }
            """),
        ("Stock/Stock.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <ImplicitUsings>enable</ImplicitUsings>
            {Strict}
              </PropertyGroup>
              {Package}
            </Project>
            """),
        ("Stock/Shelves.cs", """
            namespace Stock;

            /// <summary>The shelves.</summary>
            [Path("/shelves")]
            public static class Shelves
            {
                /// <summary>How many there are.</summary>
                [Get("/count")]
                public static int Count() => 3;
            }
            """),

        // A package beside the core: all that it adds comes through public extension points.
        ("Kit/Kit.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
            {Strict}
              </PropertyGroup>
              {Package}
            </Project>
            """),
        ("Kit/StockPlugin.cs", KitFile("StockPlugin.cs")),
        ("Kit/PermissionAttribute.cs", KitFile("PermissionAttribute.cs")),

        // An app of handlers of three assemblies, with a JsonSerializerContext of its own.
        ("App/App.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <ImplicitUsings>enable</ImplicitUsings>
                <InvariantGlobalization>true</InvariantGlobalization>
                <LitestarHttps>true</LitestarHttps>
            {Strict}
              </PropertyGroup>
              {Package}
              <ItemGroup>
                <ProjectReference Include="../Shop/Shop.csproj" />
                <ProjectReference Include="../Stock/Stock.csproj" />
                <ProjectReference Include="../Kit/Kit.csproj" />
              </ItemGroup>
            </Project>
            """),
        ("App/Program.cs", """
            using System.Text.Json.Serialization;
            using App;

            var builder = LitestarApp.CreateBuilder(args);
            builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, OwnContext.Default));
            builder.Handlers.Add([Own, Kept, HandlerList.Under("/v2", Shop.ShopModule.Handlers), typeof(Stock.Shelves)]);
            builder.Add(new Kit.StockPlugin());
            builder.Build().Run();

            [Get("/own")]
            static string Own() => "own";

            [Get("/kept")]
            static Kept Kept() => new("yes");

            namespace App
            {
                internal sealed record Kept(string Answer);

                [JsonSerializable(typeof(Kept))]
                internal sealed partial class OwnContext : JsonSerializerContext;
            }
            """),
        ("Fs/Fs.fsproj", """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                <Compile Include="Program.fs" />
                <ProjectReference Include="../Shop/Shop.csproj" />
                <ProjectReference Include="../Stock/Stock.csproj" />
              </ItemGroup>
            </Project>
            """),
        ("Fs/Program.fs", """
            open Litestar

            [<EntryPoint>]
            let main args =
                let builder = LitestarApp.CreateBuilder args
                builder.Handlers.Add Shop.ShopModule.Handlers
                builder.Handlers.Add typeof<Stock.Shelves>
                builder.Build().Run()
                0
            """));

    public async ValueTask InitializeAsync() => Printed = await CommandProcess.Run(Folder, "dotnet", "build", "All.slnx", "-c", "Release", "-v", "minimal");

    /// <summary>Publishes the app in C# into a folder of its own. Returns the folder and what the build printed.</summary>
    public async Task<(string Folder, string Printed)> Publish(string kind, params string[] options)
    {
        var output = Path.Combine(Folder, kind);
        await _turn.WaitAsync();
        try
        {
            return (output, await CommandProcess.Run(Folder, "dotnet", ["publish", "App", "-r", RuntimeInformation.RuntimeIdentifier, "-o", output, .. options]));
        }
        finally
        {
            _turn.Release();
        }
    }

    private static string KitFile(string name) => File.ReadAllText(Path.Combine(Feed.Repository, "tests", "Litestar.Net.Package.Tests", "Kit", name));

    /// <summary>What the build said.</summary>
    public string Printed { get; private set; } = "";

    /// <summary>An assembly of theirs, as it was built.</summary>
    public string Built(string project) => Path.Combine(Folder, project, "bin", "Release", "net10.0", $"{project}.dll");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
