using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Litestar.Binding;

namespace Litestar.Generated;

/// <summary>
/// Reads an enum's member, by name in any case or by the number of a declared member; members of a <c>[Flags]</c> enum
/// joined by commas.
/// </summary>
/// <typeparam name="T">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct EnumText<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T> : ITextFormat<T> where T : struct, Enum
{
    private static readonly EnumNames Names = EnumNames.Of(typeof(T));

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, out T value)
    {
        var found = Names.TryFind(WhiteSpaceTrimming.Off(text), out var bits);
        value = Unsafe.SizeOf<T>() switch
        {
            1 => Unsafe.BitCast<byte, T>((byte)bits),
            2 => Unsafe.BitCast<ushort, T>((ushort)bits),
            4 => Unsafe.BitCast<uint, T>((uint)bits),
            _ => Unsafe.BitCast<ulong, T>(bits),
        };
        return found;
    }

    internal static bool Declares(T value) => Names.Declares(
        Unsafe.SizeOf<T>() switch
        {
            1 => Unsafe.BitCast<T, byte>(value),
            2 => Unsafe.BitCast<T, ushort>(value),
            4 => Unsafe.BitCast<T, uint>(value),
            _ => Unsafe.BitCast<T, ulong>(value),
        },
        Unsafe.SizeOf<T>());
}
