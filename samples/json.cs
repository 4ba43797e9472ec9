#!/usr/bin/env dotnet
#:project ../src/Litestar.Net/Litestar.Net.csproj
// A record in, a record out. No JsonSerializerContext: the metadata is generated with the handlers.

LitestarApp.Create([Add]).Run();

[Post("/orders")]
static Receipt Add(Order order) => new(order.Lines.Sum(line => line.Price * line.Quantity), order.Note);

record Order(Line[] Lines, string? Note = null);
record Line(string Article, decimal Price, int Quantity = 1);
record Receipt(decimal Total, string? Note);
