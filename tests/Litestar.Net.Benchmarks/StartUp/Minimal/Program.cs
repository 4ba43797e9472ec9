using System.Text.Json;
using System.Text.Json.Serialization;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, UserJson.Default));
#if HTTPS
builder.WebHost.UseKestrelHttpsConfiguration();
#endif
var app = builder.Build();
app.MapGet("/greet", (string name) => $"Hi, {name}!");
app.MapGet("/users/{id:int}", (int id, bool active) => new User(id, active));
app.Run();

internal sealed record User(int Id, bool Active);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(User))]
internal sealed partial class UserJson : JsonSerializerContext;
