#!/usr/bin/env dotnet
#:package Litestar.Net@LITESTAR_VERSION

using System.ComponentModel.DataAnnotations;

var builder = LitestarApp.CreateBuilder(args);
builder.Services.AddSingleton<Guests>();
builder.Handlers.Add([Greet, Sign, List]);
builder.Build().Run();

[Get("/greet")]
static string Greet(string name) => $"Hi, {name}!";

[Post("/guests")]
static Guest Sign(Guest guest, Guests guests) => guests.Add(guest);

[Get("/guests")]
static IReadOnlyList<Guest> List(Guests guests) => guests.All();

record Guest([Required, StringLength(40)] string Name, string? From = null);

class Guests
{
    private readonly Lock _lock = new();
    private readonly List<Guest> _guests = [];

    public Guest Add(Guest guest)
    {
        lock (_lock)
        {
            _guests.Add(guest);
            return guest;
        }
    }

    public IReadOnlyList<Guest> All()
    {
        lock (_lock)
        {
            return [.. _guests];
        }
    }
}
