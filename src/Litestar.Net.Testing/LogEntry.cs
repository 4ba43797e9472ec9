using Microsoft.Extensions.Logging;

namespace Litestar.Testing;

/// <summary>One line of an app's log.</summary>
/// <param name="Level">How grave it is.</param>
/// <param name="Category">Who says it: the name of a class as a rule, <c>Litestar</c> for what handlers threw.</param>
/// <param name="Message">The sentence.</param>
/// <param name="Exception">The cause, where there is one.</param>
public sealed record LogEntry(LogLevel Level, string Category, string Message, Exception? Exception);
