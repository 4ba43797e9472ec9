using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Litestar.Json;

/// <summary>
/// Reads the names in a body as the client spelled them. A name may contain an escaped half of a surrogate pair,
/// <c>"\ud800"</c>, and then it is not valid text.
/// </summary>
internal static class JsonName
{
    // Longer names are read into a rented array.
    private const int Short = 256;

    /// <summary>Reads a name; false if it is not valid text.</summary>
    public static bool TryRead(JsonProperty member, out string name)
    {
        try
        {
            name = member.Name;
            return true;
        }
        catch (InvalidOperationException)
        {
            name = Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(member));
            return false;
        }
    }

    /// <summary>Reads a text; false if it is not valid.</summary>
    public static bool TryRead(JsonElement element, out string text)
    {
        try
        {
            text = element.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }

    /// <summary>Returns the name; its raw spelling if it is not valid text.</summary>
    public static string Of(JsonProperty member)
    {
        TryRead(member, out var name);
        return name;
    }

    /// <summary>Looks up a name in a table; false for a name that is not valid text.</summary>
    /// <param name="member">The member.</param>
    /// <param name="table">The table.</param>
    /// <param name="found">The value in the table; -1 if it does not have the name.</param>
    public static bool TryFind(JsonProperty member, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> table, out int found)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(member);
        if (raw.Length > Short || raw.Contains((byte)'\\'))
        {
            var isText = TryRead(member, out var name);
            found = isText && table.TryGetValue(name, out var value) ? value : -1;
            return isText;
        }

        Span<char> letters = stackalloc char[Short];
        found = table.TryGetValue(letters[..Encoding.UTF8.GetChars(raw, letters)], out var index) ? index : -1;
        return true;
    }

    /// <summary>Returns the last member with a name, as the serializer does; null if there is none.</summary>
    public static JsonElement? Find(JsonElement element, string name)
    {
        JsonElement? found = null;
        foreach (var member in element.EnumerateObject())
        {
            if (TryRead(member, out var own) && own == name)
            {
                found = member.Value;
            }
        }

        return found;
    }
}
