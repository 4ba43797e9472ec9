using Microsoft.Extensions.Logging;

namespace Litestar.Hosting;

/// <summary>
/// Logs a failed start at debug level if <see cref="StartupErrorMessage"/> has a sentence for it: the host and the
/// server log the same stack before the program ends with that sentence.
/// </summary>
/// <remarks>Another logger, such as Serilog's, replaces this one.</remarks>
/// <param name="factory">The app's own logger factory.</param>
internal sealed class StartupLoggerFactory(LoggerFactory factory) : ILoggerFactory
{
    // The first category is known only by its name.
    private static readonly string[] Categories = ["Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Server.Kestrel"];

    public ILogger CreateLogger(string categoryName) => factory.CreateLogger(categoryName) is var logger && Categories.Contains(categoryName) ? new Logger(logger) : logger;

    public void AddProvider(ILoggerProvider provider) => factory.AddProvider(provider);

    public void Dispose() => factory.Dispose();

    private sealed class Logger(ILogger logger) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => logger.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => logger.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            logger.Log(IsOfStart(logLevel, eventId) && exception is not null && StartupErrorMessage.Sentence(exception, isUnderWay: true) is not null ? LogLevel.Debug : logLevel, eventId, state, exception, formatter);

        // "Hosting failed to start", "Application startup exception"; "Unable to start Kestrel", which has no number.
        private static bool IsOfStart(LogLevel level, EventId id) => level is LogLevel.Critical ? id.Id is 0 or 6 : level is LogLevel.Error && id.Id is (6 or 11);
    }
}
