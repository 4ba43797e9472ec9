using System.ComponentModel;

namespace Litestar.Generated;

/// <summary>The value of a provider in one request. The provider runs once.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ProvidedValue<T>
{
    private bool _isBegun;

    /// <summary>The value. It is present as soon as it is set.</summary>
    public T Value
    {
        readonly get;
        set
        {
            field = value;
            HasValue = true;
        }
    }

    /// <summary>True if the value is present.</summary>
    public bool HasValue { get; private set; }

    /// <summary>True if the provider has run and has no value.</summary>
    public readonly bool HasFailed => _isBegun && !HasValue;

    /// <summary>Marks the provider as started.</summary>
    public void MarkStarted() => _isBegun = true;
}
