using System.Globalization;
using System.Text;
using System.Text.Json;
using Litestar.Errors;

namespace Litestar.Json;

/// <summary>The place in a body that is being looked at. Its text is made only where something is wrong there.</summary>
internal sealed class JsonPlace
{
    private readonly List<(string? Member, JsonProperty? Entry, int Index)> _steps = [];

    public void Enter(string member) => _steps.Add((member, null, 0));

    public void Enter(JsonProperty entry) => _steps.Add((null, entry, 0));

    public void Enter(int index) => _steps.Add((null, null, index));

    public void Leave() => _steps.RemoveAt(_steps.Count - 1);

    /// <summary>As clients name it: <c>lines[1].quantity</c>. Keys that the client chose are shortened.</summary>
    public override string ToString() => Path(_steps.Count);

    /// <summary>The place of the object that this is a member of.</summary>
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
