#!/usr/bin/env dotnet
#:sdk Microsoft.NET.Sdk.Web
#:project ../src/Litestar.Net/Litestar.Net.csproj
// Handlers among the ordinary endpoints of an ASP.NET Core application, in a group of their own.

var app = WebApplication.CreateSlimBuilder(args).Build();
app.MapGet("/", () => "An ordinary endpoint.");
app.MapGroup("/api").MapLitestar([Greet]);
app.Run();

[Get("/greet")]
static string Greet(string name) => $"Hi, {name}!";
