using System.ComponentModel;
using Litestar.Errors;

namespace Litestar.Generated;

/// <summary>A value from the body or the container, or the faults in place of it.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BindingResult<T>
{
    private BindingResult(T value, IReadOnlyList<Fault>? faults)
    {
        Value = value;
        Faults = faults;
    }

    internal T Value { get; }

    internal IReadOnlyList<Fault>? Faults { get; }

    internal static BindingResult<T> Of(T value) => new(value, null);

    internal static BindingResult<T> Rejected(params IReadOnlyList<Fault> faults) => new(default!, faults);
}
