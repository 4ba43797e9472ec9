#!/usr/bin/env dotnet
#:project ../src/Litestar.Net/Litestar.Net.csproj
// Outside of this repository the line above reads: #:package Litestar.Net@*

LitestarApp.Create([Greet]).Run();

[Get("/greet")]
static string Greet(string name) => $"Hi, {name}!";
