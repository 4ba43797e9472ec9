using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Litestar.Binding;

/// <summary>The names and numbers of one enum's members on the wire.</summary>
/// <remarks>
/// A member with <see cref="JsonStringEnumMemberNameAttribute"/> has that name on the wire. Its own name works too, unless another
/// member has it. An exact match wins over a match in another case.
/// </remarks>
internal sealed class EnumNames
{
    private readonly Dictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> _exact;
    private readonly Dictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> _anyCase;
    private readonly ulong[] _values;
    private readonly bool _isSigned;
    private readonly bool _isFlags;

    private EnumNames([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] Type type)
    {
        var own = Enum.GetNames(type);
        var wire = WireNames(type);
        var values = Enum.GetValuesAsUnderlyingType(type);
        _isSigned = Type.GetTypeCode(type) is TypeCode.SByte or TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64;
        _isFlags = type.IsDefined(typeof(FlagsAttribute), inherit: false);
        _values = [.. values.Cast<object>().Select(value => _isSigned ? (ulong)Convert.ToInt64(value, CultureInfo.InvariantCulture) : Convert.ToUInt64(value, CultureInfo.InvariantCulture))];
        var names = wire.Zip(_values).Concat(own.Zip(_values).Where(member => !wire.Contains(member.First, StringComparer.OrdinalIgnoreCase))).ToArray();
        _exact = Table(names, StringComparer.Ordinal);
        _anyCase = Table(names, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Returns the names of the members on the wire, in the order of their values.</summary>
    public static string[] WireNames([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] Type type) =>
        Array.ConvertAll(Enum.GetNames(type), name => type.GetField(name)?.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? name);

    public static EnumNames Of([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] Type type) => new(type);

    /// <summary>
    /// Finds a member, or the members of a <c>[Flags]</c> enum, and returns the bits of the value. A signed value is
    /// extended to 64 bits.
    /// </summary>
    public bool TryFind(ReadOnlySpan<char> text, out ulong value) =>
        TryName(text, out value) || TryNumber(text, out value) || (_isFlags && TryNames(text, out value));

    /// <summary>Returns true if the members make up a value of that many bytes.</summary>
    public bool Declares(ulong value, int bytes)
    {
        var bits = ulong.MaxValue >> (64 - (8 * bytes));
        return Array.Exists(_values, member => (member & bits) == value) || (_isFlags && IsCombination(value, bits));
    }

    // When two members want one name, the first in the list has it.
    private static Dictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> Table((string Name, ulong Value)[] names, StringComparer comparer)
    {
        var table = new Dictionary<string, ulong>(comparer);
        foreach (var (name, value) in names)
        {
            table.TryAdd(name, value);
        }

        return table.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private bool TryName(ReadOnlySpan<char> text, out ulong value) => _exact.TryGetValue(text, out value) || _anyCase.TryGetValue(text, out value);

    private bool TryNumber(ReadOnlySpan<char> text, out ulong value)
    {
        value = 0;
        if (text.IsEmpty || text[0] is '+')
        {
            return false;
        }

        if (!_isSigned)
        {
            return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && IsDeclared(value);
        }

        var read = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var signed);
        value = (ulong)signed;
        return read && IsDeclared(value);
    }

    // As .NET writes them, a space may follow the comma.
    private bool TryNames(ReadOnlySpan<char> text, out ulong value)
    {
        value = 0;
        foreach (var part in text.Split(','))
        {
            var name = text[part];
            if (!TryName(part.Start.Value > 0 && name is [' ', .. var rest] ? rest : name, out var bits))
            {
                return false;
            }

            value |= bits;
        }

        return true;
    }

    private bool IsDeclared(ulong value) => _isFlags ? IsCombination(value, ulong.MaxValue) : _values.Contains(value);

    // A combination is declared when members make it up; no member at all is the empty one.
    private bool IsCombination(ulong value, ulong bits)
    {
        var made = 0UL;
        foreach (var member in _values)
        {
            made |= (member & bits & value) == (member & bits) ? member & bits : 0;
        }

        return made == value;
    }
}
