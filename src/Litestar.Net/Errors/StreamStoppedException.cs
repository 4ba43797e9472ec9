
namespace Litestar.Errors;

/// <summary>Thrown where an answer without a known end is given up because the app stops.</summary>
/// <param name="cause">What the sequence has thrown when it was cancelled.</param>
internal sealed class StreamStoppedException(Exception cause) : OperationCanceledException("The app stops.", cause);
