
namespace Litestar.Errors;

/// <summary>The exception for a response without a known end that is cancelled because the app stops.</summary>
/// <param name="cause">The exception of the cancelled sequence.</param>
internal sealed class StreamStoppedException(Exception cause) : OperationCanceledException("The app stops.", cause);
