namespace Litestar.Binding;

/// <summary>Reads the three formats of an HTTP-date (RFC 9110, section 5.6.7), exactly as they are specified there.</summary>
/// <remarks>A leap second is rejected, as in every other format. The name of the day is not compared with the date.</remarks>
/// <param name="text">The text.</param>
internal ref struct HttpDateReader(ReadOnlySpan<char> text)
{
    private static readonly string[] Days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    private static readonly string[] LongDays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private ReadOnlySpan<char> _rest = text;

    /// <summary>
    /// Reads <c>Sun, 06 Nov 1994 08:49:37 GMT</c>, <c>Sunday, 06-Nov-94 08:49:37 GMT</c>, or <c>Sun Nov 6 08:49:37
    /// 1994</c>.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> text, out DateTime time)
    {
        time = default;
        // No other time format begins with a letter.
        return !text.IsEmpty && char.IsAsciiLetter(text[0]) && (new HttpDateReader(text).Fixed(out time) || new HttpDateReader(text).Rfc850(out time) || new HttpDateReader(text).Asctime(out time));
    }

    private bool Fixed(out DateTime time)
    {
        var (year, month, day) = (0, 0, 0);
        time = default;
        return Name(Days, out _) && Take(", ") && Number(2, out day) && Take(" ") && Name(Months, out month) && Take(" ") && Number(4, out year) && Take(" ")
            && Clock(out var ticks) && Take(" GMT") && End(year, month, day, ticks, out time);
    }

    private bool Rfc850(out DateTime time)
    {
        var (year, month, day) = (0, 0, 0);
        time = default;
        return Name(LongDays, out _) && Take(", ") && Number(2, out day) && Take("-") && Name(Months, out month) && Take("-") && Number(2, out year) && Take(" ")
            && Clock(out var ticks) && Take(" GMT") && End(Recent(year), month, day, ticks, out time);
    }

    private bool Asctime(out DateTime time)
    {
        var (year, month, day) = (0, 0, 0);
        time = default;
        return Name(Days, out _) && Take(" ") && Name(Months, out month) && Take(" ") && (Number(2, out day) || Take(" ") && Number(1, out day)) && Take(" ")
            && Clock(out var ticks) && Take(" ") && Number(4, out year) && End(year, month, day, ticks, out time);
    }

    // A two-digit year more than fifty years ahead means the last year with these digits.
    private static int Recent(int year)
    {
        var now = DateTime.UtcNow.Year;
        var full = now / 100 * 100 + year;
        return full > now + 50 ? full - 100 : full <= now - 50 ? full + 100 : full;
    }

    private bool Clock(out long ticks)
    {
        var (minute, second) = (0, 0);
        var read = Number(2, out var hour) && Take(":") && Number(2, out minute) && Take(":") && Number(2, out second) && hour < 24 && minute < 60 && second < 60;
        ticks = hour * TimeSpan.TicksPerHour + minute * TimeSpan.TicksPerMinute + second * TimeSpan.TicksPerSecond;
        return read;
    }

    private readonly bool End(int year, int month, int day, long ticks, out DateTime time)
    {
        var isDate = _rest.IsEmpty && year > 0 && day > 0 && day <= DateTime.DaysInMonth(year, month);
        time = isDate ? new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).AddTicks(ticks) : default;
        return isDate;
    }

    private bool Name(string[] names, out int number)
    {
        for (number = 1; number <= names.Length; number++)
        {
            if (Take(names[number - 1]))
            {
                return true;
            }
        }

        return false;
    }

    private bool Number(int digits, out int number)
    {
        number = 0;
        if (_rest.Length < digits)
        {
            return false;
        }

        foreach (var digit in _rest[..digits])
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            number = number * 10 + (digit - '0');
        }

        _rest = _rest[digits..];
        return true;
    }

    private bool Take(string word)
    {
        if (!_rest.StartsWith(word, StringComparison.Ordinal))
        {
            return false;
        }

        _rest = _rest[word.Length..];
        return true;
    }
}
