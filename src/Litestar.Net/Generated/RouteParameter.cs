using System.ComponentModel;
using Litestar.Hosting;
using Litestar.Routing.Matching;
using Microsoft.AspNetCore.Http;

namespace Litestar.Generated;

/// <summary>The position of one route parameter's text, resolved once at start-up.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RouteParameter
{
    private readonly RouteValueSlot? _slot;

    /// <param name="name">The parameter's name in the template.</param>
    /// <param name="slot">Its position in the path; null if ASP.NET Core's own router has matched, which stores the values.</param>
    internal RouteParameter(string name, RouteValueSlot? slot)
    {
        Name = name;
        _slot = slot;
    }

    /// <summary>The parameter's name in the template.</summary>
    public string Name { get; }

    internal bool TryFind(HttpContext context, out ReadOnlySpan<char> text)
    {
        if (_slot is not null)
        {
            return _slot.TryRead(context.Features.Request().Path, out text);
        }

        var value = Convert.ToString(context.Request.RouteValues[Name], System.Globalization.CultureInfo.InvariantCulture);
        text = value;
        return value is { Length: > 0 };
    }
}
