using Acme.Api;

var builder = LitestarApp.CreateBuilder(args);

builder.Services.AddHealthChecks();
builder.Services.AddSingleton<TodoStore>();

builder.Handlers.Add([typeof(Todos)]);

var app = builder.Build();
app.MapHealthChecks("/health");
app.Run();
