using System.ComponentModel;

namespace Litestar.Generated;

/// <summary>What a provider has made for one request, which it does once.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ProvidedValue<T>
{
    private bool _isBegun;

    /// <summary>The value, which is made as soon as it is set.</summary>
    public T Value
    {
        readonly get;
        set
        {
            field = value;
            HasValue = true;
        }
    }

    /// <summary>Whether the value is there.</summary>
    public bool HasValue { get; private set; }

    /// <summary>Whether the provider was asked, and has no value to show for it.</summary>
    public readonly bool HasFailed => _isBegun && !HasValue;

    /// <summary>Notes that the provider is asked.</summary>
    public void MarkStarted() => _isBegun = true;
}
