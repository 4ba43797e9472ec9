using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Litestar.Conformance.Layers;

/// <summary>A list or the app provides a type, and a handler that it does not reach reads it from the body.</summary>
public sealed class ForgottenProviderTests
{
    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task The_start_says_so(Host host)
    {
        var log = new Lines();
        await using var app = await RunningApp.Start(
            host,
            [HandlerList.Under("/in", [typeof(Notes)], layer => layer.Provide(context => new Author("list", true)).Provide(Later)), HandlerList.Under("/out", [typeof(Notes)])],
            services => services.AddSingleton<ILoggerProvider>(log));

        Assert.Equal("201 list later", Summary.Of(await app.Ask("POST /in/notes")));
        Assert.Equal(
            ["'author' of Notes.Write (POST /out/notes) is read from the body, so the client can send any value. 'a lambda' of the list under '/in' makes a Author, but not for this handler. Put the handler on that list, or add [FromBody] if the client sends it."],
            log.Warnings.Where(line => line.Contains("/out/notes", StringComparison.Ordinal)));
        Assert.Single(log.Warnings);
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task An_heir_and_a_struct_do_not_fill_another_type(Host host)
    {
        var log = new Lines();
        await using var app = await RunningApp.Start(
            host,
            [typeof(Misfits)],
            services => services.AddSingleton<ILoggerProvider>(log),
            options: options => options.Provide(context => new Editor("app")).Provide(context => new Tenant(1)));

        Assert.Equal(2, log.Warnings.Count());
        Assert.Contains("'author' of Misfits.Base (POST /misfits/base) is read from the body, so the client can send any value. 'a lambda' of the app makes a Editor, and fills parameters of that type only. Let the parameter be of that type, or add [FromBody] if the client sends it.", log.Warnings);
        Assert.Contains(log.Warnings, line => line.StartsWith("'tenant' of Misfits.Struct", StringComparison.Ordinal));
    }

    private static async Task<Stamp> Later(Microsoft.AspNetCore.Http.HttpContext context)
    {
        await Task.Yield();
        return new("later");
    }

    public record Author(string Name, bool IsAdmin);

    public record Editor(string Name) : Author(Name, true);

    public record Stamp(string Text);

    public readonly record struct Tenant(int Id);

    internal static class Notes
    {
        [Post("/notes")] public static string Write(Author author, [Microsoft.AspNetCore.Mvc.FromServices] Stamp? stamp) => $"{author.Name} {stamp?.Text}";
    }

    internal static class Misfits
    {
        [Post("/misfits/base")] public static string Base(Author author) => author.Name;
        [Post("/misfits/struct")] public static string Struct(Tenant? tenant) => $"{tenant?.Id}";
        [Post("/misfits/both")] public static string Both(Author author, Editor editor) => $"{author.Name} {editor.Name}";
        [Post("/misfits/marked")] public static string Marked([Microsoft.AspNetCore.Mvc.FromBody] Author author) => author.Name;
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _warnings = new();

        public IEnumerable<string> Warnings => _warnings;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel is LogLevel.Warning && eventId.Id is 12)
            {
                _warnings.Enqueue(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
