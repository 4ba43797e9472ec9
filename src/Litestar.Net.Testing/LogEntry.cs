using Microsoft.Extensions.Logging;

namespace Litestar.Testing;

/// <summary>A line of an app's log.</summary>
/// <param name="Level">The severity.</param>
/// <param name="Category">The category: the name of a class as a rule, <c>Litestar</c> for exceptions of handlers.</param>
/// <param name="Message">The message.</param>
/// <param name="Exception">The exception; null if there is none.</param>
public sealed record LogEntry(LogLevel Level, string Category, string Message, Exception? Exception);
