namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A route parameter has no parameter to land in.</summary>
public sealed class LIT201_RouteParameterWithoutParameter
{
    [Fact]
    public void Nothing_bears_its_name() => Generated.Verify("LIT201", """static class Users { [Get("/todos/{id}")] public static string Show() => ""; }""", """Get("/todos/{id}")""", """'{id}' in 'GET /todos/{id}' has no parameter to land in. Add a parameter named 'id' to 'Users.Show', or remove it from the route.""");

    [Fact]
    public void The_module_is_named_with_it() => Generated.Verify("LIT201", """[Path("/shops/{shop}")] static class Users { [Get("/todos/{id}")] public static string Show(string shop) => ""; }""", """Get("/todos/{id}")""");

    [Fact]
    public void A_parameter_of_the_prefix_need_not_land() => Generated.Ok("""[Path("/shops/{shop}")] static class Users { [Get("/todos")] public static string Show() => ""; }""");

    [Fact]
    public void Any_case_and_another_name_will_do() => Generated.Ok("""
        using Microsoft.AspNetCore.Mvc;
        static class Users { [Get("/{ID}/{other}")] public static string Show(int id, [FromRoute(Name = "other")] string name) => name; }
        """);

    [Fact]
    public void One_of_several_paths_may_have_it() => Generated.Ok("""static class Users { [Get("/a", "/b/{id:int}")] public static string Show(int id = 1) => ""; }""");

    [Fact]
    public void A_function_that_sees_the_request_may_look_for_itself() => Generated.Ok("""static class Users { [Get("/{id}")] public static string Show(Microsoft.AspNetCore.Http.HttpContext context) => ""; }""");
}
