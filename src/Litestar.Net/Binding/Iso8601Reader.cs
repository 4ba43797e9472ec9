namespace Litestar.Binding;

/// <summary>Reads dates, times and durations in ISO 8601 as RFC 3339 narrows it: one format for each, independent of culture.</summary>
/// <remarks>A value that the type cannot hold is rejected: a 30th of February, a leap second, an eighth fraction digit.</remarks>
/// <param name="text">The text.</param>
internal ref struct Iso8601Reader(ReadOnlySpan<char> text)
{
    private const int DigitsOfTick = 7;
    private const long LargestOffset = 14 * TimeSpan.TicksPerHour;

    private ReadOnlySpan<char> _rest = text;

    /// <summary>Reads <c>2024-02-29</c>.</summary>
    public static bool TryDate(ReadOnlySpan<char> text, out DateOnly date)
    {
        var iso = new Iso8601Reader(text);
        return iso.Date(out date) && iso.IsAtEnd;
    }

    /// <summary>Reads <c>13:30</c>, <c>13:30:15</c> or <c>13:30:15.25</c>.</summary>
    public static bool TryTime(ReadOnlySpan<char> text, out TimeOnly time)
    {
        var iso = new Iso8601Reader(text);
        var read = iso.Time(out var ticks) && iso.IsAtEnd;
        time = read ? new(ticks) : default;
        return read;
    }

    /// <summary>
    /// Reads a date; or a date, <c>T</c> or a space, and a time. The time may end with <c>Z</c> or an offset such as
    /// <c>+02:00</c>.
    /// </summary>
    public static bool TryTimestamp(ReadOnlySpan<char> text, out DateTime time, out TimeSpan? offset)
    {
        var iso = new Iso8601Reader(text);
        (time, offset) = (default, null);
        if (!iso.Date(out var date))
        {
            return false;
        }

        var (ticks, shift) = (0L, (long?)null);
        if (!iso.IsAtEnd && !(iso.TakeSeparator() && iso.Time(out ticks) && iso.Offset(out shift) && iso.IsAtEnd))
        {
            return false;
        }

        var local = date.DayNumber * TimeSpan.TicksPerDay + ticks;
        if (shift is { } away)
        {
            // The first and the last day of the calendar must fit after conversion to UTC, too.
            if (local - away < 0 || local - away > DateTime.MaxValue.Ticks)
            {
                return false;
            }

            offset = new(away);
        }

        time = new(local);
        return true;
    }

    /// <summary>
    /// Reads <c>[-][d.]hh:mm[:ss[.fffffff]]</c>, or <c>[-]PnWnDTnHnMn.nS</c> with at least one part. Months and years
    /// have no fixed length.
    /// </summary>
    public static bool TryDuration(ReadOnlySpan<char> text, out TimeSpan duration)
    {
        var iso = new Iso8601Reader(text);
        var isNegative = iso.Take('-');
        var read = (iso.Take('P') ? iso.Period(out var ticks) : iso.DaysAndTime(out ticks)) && iso.IsAtEnd;
        ticks = isNegative ? -ticks : ticks;
        read &= ticks >= long.MinValue && ticks <= long.MaxValue;
        duration = read ? new((long)ticks) : default;
        return read;
    }

    private readonly bool IsAtEnd => _rest.IsEmpty;

    private bool Date(out DateOnly date)
    {
        date = default;
        if (!(Digits(4, out var year) && Take('-') && Digits(2, out var month) && Take('-') && Digits(2, out var day))
            || year is 0 || month is 0 or > 12 || day is 0 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new(year, month, day);
        return true;
    }

    private bool Time(out long ticks)
    {
        ticks = 0;
        if (!(Digits(2, out var hour) && Take(':') && Digits(2, out var minute)) || hour > 23 || minute > 59)
        {
            return false;
        }

        var (second, fraction) = (0, 0L);
        if (Take(':') && (!(Digits(2, out second) && Fraction(out fraction)) || second > 59))
        {
            return false;
        }

        ticks = hour * TimeSpan.TicksPerHour + minute * TimeSpan.TicksPerMinute + second * TimeSpan.TicksPerSecond + fraction;
        return true;
    }

    // Reads nothing, or a point and digits.
    private bool Fraction(out long ticks)
    {
        ticks = 0;
        if (!Take('.'))
        {
            return true;
        }

        var length = CountDigits();
        if (length is 0 or > DigitsOfTick || !Digits(length, out var value))
        {
            return false;
        }

        ticks = value;
        for (var digit = length; digit < DigitsOfTick; digit++)
        {
            ticks *= 10;
        }

        return true;
    }

    private bool Offset(out long? ticks)
    {
        ticks = null;
        if (IsAtEnd)
        {
            return true;
        }

        if (Take('Z') || Take('z'))
        {
            ticks = 0;
            return true;
        }

        var isWest = Take('-');
        if (!(isWest || Take('+')) || !(Digits(2, out var hour) && Take(':') && Digits(2, out var minute)) || minute > 59)
        {
            return false;
        }

        var away = hour * TimeSpan.TicksPerHour + minute * TimeSpan.TicksPerMinute;
        ticks = isWest ? -away : away;
        return away <= LargestOffset;
    }

    private bool DaysAndTime(out Int128 ticks)
    {
        ticks = 0;
        var colon = _rest.IndexOf(':');
        var hasDays = colon > 0 && _rest[..colon].Contains('.');
        var days = 0L;
        if (hasDays && !(Number(out days) && Take('.')))
        {
            return false;
        }

        var read = Time(out var time);
        ticks = (Int128)days * TimeSpan.TicksPerDay + time;
        return read;
    }

    private bool Period(out Int128 ticks)
    {
        ticks = 0;
        var hasDays = Part('W', 7 * TimeSpan.TicksPerDay, ref ticks) | Part('D', TimeSpan.TicksPerDay, ref ticks);
        return Take('T')
            ? Part('H', TimeSpan.TicksPerHour, ref ticks) | Part('M', TimeSpan.TicksPerMinute, ref ticks) | Part('S', TimeSpan.TicksPerSecond, ref ticks)
            : hasDays;
    }

    // Reads 36H if that comes next. Only seconds have a fraction.
    private bool Part(char unit, long length, ref Int128 ticks)
    {
        var before = _rest;
        var fraction = 0L;
        if (Number(out var value) && (unit is not 'S' || Fraction(out fraction)) && Take(unit))
        {
            ticks += (Int128)value * length + fraction;
            return true;
        }

        _rest = before;
        return false;
    }

    private bool Number(out long value)
    {
        value = 0;
        var length = CountDigits();
        if (length is 0 or > 18)
        {
            return false;
        }

        for (var i = 0; i < length; i++)
        {
            value = value * 10 + (_rest[i] - '0');
        }

        _rest = _rest[length..];
        return true;
    }

    private bool Digits(int count, out int value)
    {
        value = 0;
        if (_rest.Length < count)
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            if (!char.IsAsciiDigit(_rest[i]))
            {
                return false;
            }

            value = value * 10 + (_rest[i] - '0');
        }

        _rest = _rest[count..];
        return true;
    }

    private readonly int CountDigits()
    {
        var count = 0;
        while (count < _rest.Length && char.IsAsciiDigit(_rest[count]))
        {
            count++;
        }

        return count;
    }

    private bool TakeSeparator() => Take('T') || Take('t') || Take(' ');

    private bool Take(char mark)
    {
        if (_rest.IsEmpty || _rest[0] != mark)
        {
            return false;
        }

        _rest = _rest[1..];
        return true;
    }
}
