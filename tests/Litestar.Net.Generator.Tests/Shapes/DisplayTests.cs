namespace Litestar.Generator.Tests.Shapes;

/// <summary>People can tell the names of handlers apart: the classes around them belong to the name, and the namespace where it must.</summary>
public sealed class DisplayTests
{
    private const string Code = """
        // file: Program.cs
        Serve([typeof(Articles), typeof(Comments), typeof(Shop.Users), typeof(Admin.Users), Greet], builder => builder.Options.Guard(Articles.Deps.Open));

        [Get("/greet")] static string Greet() => "";

        static class Articles
        {
            internal static class Deps { public static bool Open(Microsoft.AspNetCore.Http.HttpContext context) => true; }
            [ResponseHeader("X-A", "1")] internal static class Writing { [Post("/articles")] public static string Create() => ""; }
        }

        static class Comments { static class Writing { [Post("/comments")] static string Create() => ""; } }
        // file: Shop.cs
        namespace Shop;
        static class Users { [Get("/users"), ResponseHeader("X-B", "1"), Guard(nameof(Is)), Microsoft.AspNetCore.Http.Tags("x")] public static string List() => ""; static bool Is() => true; }
        // file: Admin.cs
        namespace Admin;
        static class Users { [Get("/admin")] public static string List() => ""; }
        """;

    [Fact]
    public void They_are_told_apart()
    {
        using var app = Running.Start(Code);

        Assert.Equal(["Greet", "Shop.Users.List", "Admin.Users.List", "Articles.Writing.Create", "Comments.Writing.Create"], app.Routes.Select(route => route.Handler).OrderBy(name => name.Length).ThenBy(name => name.StartsWith("Articles", StringComparison.Ordinal) ? 0 : name.StartsWith("Shop", StringComparison.Ordinal) ? 0 : 1));
        var create = app.Routes.Single(route => route.Handler is "Articles.Writing.Create");
        Assert.Equal(["Class Articles.Writing", "App the app"], create.Steps.Where(step => step.Kind is StepKind.ResponseHeader or StepKind.Guard).Select(step => $"{step.Layer.Kind} {step.Layer.Name}"));
        Assert.Equal("Articles.Deps.Open", create.Steps.Single(step => step.Kind is StepKind.Guard).Name);
        var list = app.Routes.Single(route => route.Handler is "Shop.Users.List");
        Assert.Equal(["Function Shop.Users.List", "Function Shop.Users.List"], list.Steps.Where(step => step.Layer.Kind is LayerKind.Function && step.Kind is StepKind.ResponseHeader or StepKind.Guard && step.Name is not "Articles.Deps.Open").Select(step => $"{step.Layer.Kind} {step.Layer.Name}"));
        Assert.Equal(LayerKind.Function, Assert.Single(list.Metadata).Layer.Kind);
    }
}
