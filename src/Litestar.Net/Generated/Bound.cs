using System.ComponentModel;
using Litestar.Rejections;

namespace Litestar.Generated;

/// <summary>A value that took more than a look to read, or the fault that stands in its place.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Bound<T>
{
    private Bound(T value, Fault? fault)
    {
        Value = value;
        Fault = fault;
    }

    internal T Value { get; }

    internal Fault? Fault { get; }

    internal static Bound<T> Of(T value) => new(value, null);

    internal static Bound<T> Refused(Fault fault) => new(default!, fault);
}
