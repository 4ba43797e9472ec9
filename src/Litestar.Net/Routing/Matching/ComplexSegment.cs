using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;

namespace Litestar.Routing.Matching;

/// <summary>A segment of several parts, such as <c>{name}.{ext?}</c>, matched by ASP.NET Core's own rules.</summary>
internal sealed class ComplexSegment(RoutePatternPathSegment segment)
{
    private readonly TemplateMatcher _matcher = new(new RouteTemplate(RoutePatternFactory.Pattern(segment)), []);

    /// <summary>Adds the captured values of the parts to <paramref name="values"/>.</summary>
    public bool TryMatch(ReadOnlySpan<char> text, RouteValueDictionary values) =>
        _matcher.TryMatch(new PathString(string.Concat("/", text)), values);

    public bool Accepts(ReadOnlySpan<char> text) => TryMatch(text, []);
}
