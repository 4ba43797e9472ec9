LitestarApp.Create([Greet, Find]).Run();

[Get("/greet")]
static string Greet(string name) => $"Hi, {name}!";

[Get("/users/{id:int}")]
static User Find(int id, bool active) => new(id, active);

internal sealed record User(int Id, bool Active);
