using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Litestar.Json;

/// <summary>The names in a body, as the client has spelled them. An escape may stand in them for half a letter, <c>"\ud800"</c>, which is no text.</summary>
internal static class JsonName
{
    // Longer names are read without the stack.
    private const int Short = 256;

    /// <summary>Whether a name is text.</summary>
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

    /// <summary>Reads a text; false where it is none.</summary>
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

    /// <summary>The name; as it is spelled where it is no text.</summary>
    public static string Of(JsonProperty member)
    {
        TryRead(member, out var name);
        return name;
    }

    /// <summary>Finds what a table holds for a name; false for a name that is no text.</summary>
    /// <param name="member">The member.</param>
    /// <param name="table">The table.</param>
    /// <param name="found">What it holds; -1 where it knows no such name.</param>
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

    /// <summary>The last member of a name, as the serializer takes it; null where there is none.</summary>
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
