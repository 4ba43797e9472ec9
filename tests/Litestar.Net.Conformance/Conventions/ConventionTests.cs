using System.Reflection;

namespace Litestar.Conformance.Conventions;

/// <summary>Every convention of ASP.NET Core is around a handler what it is around an endpoint.</summary>
public sealed class ConventionTests
{
    // Not from the compiler: a deterministic build writes paths that are nowhere.
    private static readonly string Root = typeof(ConventionTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key is "Root").Value!;

    // Only what cannot be said of a handler, or of anything that is no handler of MVC's or of Blazor's.
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["RazorComponentsEndpointConventionBuilder."] = "pages of Blazor",
        ["ControllerActionEndpointConventionBuilder."] = "actions of MVC",
        ["PageActionEndpointConventionBuilder."] = "Razor Pages",
        ["RouteHandlerBuilder."] = "the same as its general form, or of one endpoint alone: no group has it either",
        ["RouteGroupBuilder.AddEndpointFilter()"] = "the same as its general form",
        ["UseMvc("] = "actions of MVC, without endpoints",
        ["UseMvcWithDefaultRoute()"] = "actions of MVC, without endpoints",
        ["UseRouter("] = "routes without endpoints, from before them",
    };

    [Fact]
    public void Every_convention_of_the_framework_is_tried_or_has_a_reason_not_to_be()
    {
        var tried = Trial.All.Select(convention => convention.Name).ToHashSet();
        Assert.Equal([], [.. Framework.Conventions().Where(name => !tried.Contains(name) && !Elsewhere.Keys.Any(name.StartsWith))]);
    }

    [Fact]
    public async Task Every_convention_shows()
    {
        var trial = await Trial.Of();
        Assert.Equal([], [.. Trial.All.Where(convention => trial.Shows(convention) == convention.IsQuiet).Select(convention => convention.Name)]);
    }

    [Fact]
    public async Task What_differs_is_meant_to()
    {
        var trial = await Trial.Of();
        Assert.Equal([], [.. trial.Differences().Where(difference => !Array.Exists(Meanings.All, meaning => meaning.Covers(difference))).Select(difference => difference.ToString())]);
    }

    [Fact]
    public async Task What_is_meant_differs()
    {
        var trial = await Trial.Of();
        Assert.Equal([], [.. Meanings.All.Except(trial.Differences().Select(Meanings.Of)).Select(meaning => meaning!.Why)]);
    }

    /// <remarks><c>UPDATE_GOLDEN=1</c> writes the table of the page anew.</remarks>
    [Fact]
    public async Task The_page_has_what_is_meant()
    {
        var path = Path.Combine(Root, "docs", "reference", "conventions.md");
        var page = File.ReadAllText(path);
        var table = Table.Of((await Trial.Of()).Differences());
        var (from, to) = (page.IndexOf(Table.Head, StringComparison.Ordinal), page.LastIndexOf("|\n", StringComparison.Ordinal) + 2);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") is "1")
        {
            File.WriteAllText(path, page[..from] + table + page[to..]);
            return;
        }

        Assert.Equal(table, page[from..to]);
    }
}
