using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Notebook;

/// <summary>The app, put together. Program.cs runs it, tests ask it in memory.</summary>
public static class App
{
    public static LitestarBuilder Create(string[] args)
    {
        var builder = LitestarApp.CreateBuilder(args);
        builder.Services.AddSingleton<INoteStore, MemoryNoteStore>();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Handlers.Add([typeof(Notes), typeof(Tags), Search.Find]);
        return builder;
    }
}
