namespace Litestar.Responses;

/// <summary>Remembers the size of responses of one type.</summary>
/// <remarks>
/// Writing a value as a whole is faster than in parts, but keeps all of it in memory. It is done until a value was too large; from
/// then on values of that type are written in parts. System.Text.Json decides in the same way.
/// </remarks>
internal sealed class ResponseSizeHint
{
    private volatile bool _isLarge;

    /// <summary>True if a response of the type has exceeded the buffer.</summary>
    public bool IsLarge
    {
        get => _isLarge;
        set => _isLarge = value;
    }
}
