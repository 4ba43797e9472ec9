LitestarApp.Create([Greet]).Run();

[Get("/greet")]
static string Greet(string name) => $"Hi, {name}!";
