using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Litestar.Benchmarks.Contestants;

/// <summary>MVC controllers as their documentation shows them for APIs, JSON made at compile time.</summary>
internal static class Mvc
{
    public static IHost Build(string[] args, Action<IServiceCollection> services)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        services(builder.Services);
        builder.Services.AddControllers().AddJsonOptions(options => options.JsonSerializerOptions.TypeInfoResolverChain.Insert(0, ContractsJson.Default));
        var app = builder.Build();
        app.MapControllers();
        return app;
    }
}

[ApiController]
public sealed class BenchmarkController : ControllerBase
{
    [HttpGet("/greet")]
    public string Greet([FromQuery] string name) => $"Hi, {name}!";

    [HttpGet("/json")]
    public Message Json() => new("Hello, World!", 42);

    [HttpGet("/users/{id:int}")]
    public User Find(int id, [FromQuery] bool active, [FromQuery] string[] tags) => new(id, active, tags);

    [HttpPost("/orders")]
    [ProducesResponseType(201)]
    public ActionResult<Receipt> Order(Order order) => StatusCode(201, new Receipt(7, order.Lines.Sum(line => line.Quantity)));

    [HttpPost("/signups")]
    [ProducesResponseType(201)]
    public ActionResult<Receipt> Sign(Signup signup) => StatusCode(201, new Receipt(7, signup.Wishes.Sum(wish => wish.Quantity)));

    [HttpGet("/me")]
    [SignedInFilter]
    public Caller Me() => Caller.Of(HttpContext);
}

[AttributeUsage(AttributeTargets.Method)]
public sealed class SignedInFilterAttribute : Attribute, IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context) => context.Result = Caller.IsSignedIn(context.HttpContext) ? null : new StatusCodeResult(401);
}
