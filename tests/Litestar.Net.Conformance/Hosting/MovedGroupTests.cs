using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Conformance;

/// <summary>Groups in which an application has mapped handlers stay as they are when its builder becomes Litestar's.</summary>
public sealed class MovedGroupTests
{
    public static TheoryData<Host, string, string> Asked =>
        [.. from host in Matrix.OwnHosts.Select(row => row.Data) from row in Rows select new TheoryDataRow<Host, string, string>(host, row.Item1, row.Item2)];

    private static (string, string)[] Rows =>
    [
        ("GET /todos/1", "200 todo 1 group list"),
        ("GET /todos/7", "409 \"filtered\" group"),
        ("GET /todos/x", "400 id: Route parameter 'id' must be a whole number from -2147483648 to 2147483647, not 'x'. group list"),
        ("GET /todos/guarded", "401 Authentication is required."),
        ("GET /todos/private", "401 Authentication is required."),
        ("POST /todos {\"title\":\"a\"}", "201 {\"id\":0,\"title\":\"a\"} group list"),
        ("POST /todos {}", "400 title: The title field is required. group list"),
        ("POST /strict {\"title\":\"a\"}", "400 id: Missing required member 'id'."),
        ("PUT /todos", "405 '/todos' does not answer PUT; it answers GET, POST, OPTIONS."),
        ("OPTIONS /todos", "204 "),
        ("GET /todos", "200 plain"),
    ];

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task They_answer_as_before(Host host, string request, string expected)
    {
        await using var app = await RunningApp.Start(
            host,
            [Strict],
            services => services.AddAuthorization().AddAuthentication("Cookies").AddCookie("Cookies"),
            endpoints: Map);

        var answer = await app.Ask(request);
        Assert.Equal(expected, string.Join(' ', [Summary.Of(answer), .. answer.Headers.TryGetValues("X-Passed", out var passed) ? passed : []]));
    }

    private static void Map(IEndpointRouteBuilder app)
    {
        var todos = app.MapGroup("/todos").AddEndpointFilter(Pass("group"));
        todos.AddEndpointFilter(async (call, next) => call.Arguments is [7, ..] ? TypedResults.Conflict("filtered") : await next(call));
        todos.MapLitestar([Show, Add, Guarded], options => options.ImplicitlyRequired(false)).AddEndpointFilter(Pass("list"));
        todos.MapGroup("").RequireAuthorization().MapLitestar([Private]);
        app.MapGet("/todos", () => "plain");
    }

    private static Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> Pass(string name) => (call, next) =>
    {
        call.HttpContext.Response.Headers.Append("X-Passed", name);
        return next(call);
    };

    [Get("/{id}")] private static string Show(int id) => $"todo {id}";
    [Post] private static Todo Add(Todo todo) => todo;
    [Get("/guarded"), Guard(nameof(No))] private static string Guarded() => "guarded";
    [Get("/private")] private static string Private() => "private";
    [Post("/strict")] private static Todo Strict(Todo todo) => todo;

    private static bool No() => false;

    internal sealed class Todo
    {
        public int Id { get; set; }
        [Required] public string Title { get; set; } = null!;
    }
}
