namespace Litestar.Responses;

/// <summary>Remembers the size of answers of one type.</summary>
/// <remarks>
/// To write a value whole is quicker than to write it in parts, and holds all of it in memory. So it is done until a value has
/// been too large for it; from then on values of that type are written in parts. System.Text.Json decides in the same way.
/// </remarks>
internal sealed class ResponseSizeHint
{
    private volatile bool _isLarge;

    /// <summary>Whether an answer of the type has been larger than is held back.</summary>
    public bool IsLarge
    {
        get => _isLarge;
        set => _isLarge = value;
    }
}
