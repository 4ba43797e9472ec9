using System.Globalization;
using System.Text;
using System.Text.Json;
using Litestar.Errors;

namespace Litestar.Json;

/// <summary>The current path in a body. Its text is made only for a fault.</summary>
internal sealed class JsonPlace
{
    private readonly List<(string? Member, JsonProperty? Entry, int Index)> _steps = [];

    public void Enter(string member) => _steps.Add((member, null, 0));

    public void Enter(JsonProperty entry) => _steps.Add((null, entry, 0));

    public void Enter(int index) => _steps.Add((null, null, index));

    public void Leave() => _steps.RemoveAt(_steps.Count - 1);

    /// <summary>Returns the path in the client's format: <c>lines[1].quantity</c>. Keys that the client chose are shortened.</summary>
    public override string ToString() => Path(_steps.Count);

    /// <summary>Returns the path of the object that has this member.</summary>
    public string Outer() => Path(_steps.Count - 1);

    private string Path(int length)
    {
        var path = new StringBuilder();
        foreach (var (member, entry, index) in _steps.Take(length))
        {
            if (member is null && entry is null)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{index}]");
                continue;
            }

            path.Append(path.Length > 0 ? "." : "").Append(member ?? Excerpt.Of(JsonName.Of(entry!.Value)));
        }

        return Excerpt.Path(path.ToString());
    }
}
