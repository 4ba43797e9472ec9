using Litestar.Generator.Diagnostics;
using Litestar.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>The function a parameter belongs to, as far as the parameter's source depends on it, and what its parameters have in common.</summary>
internal sealed class ParameterPlace(IMethodSymbol method, string function, IReadOnlyList<RouteModel> routes, Problems problems)
{
    private readonly HashSet<string> _names = [.. method.Parameters.Select(parameter => parameter.Name)];
    private readonly List<(Asked Asked, bool IsForm)> _bodies = [];
    private readonly string? _bodiless = routes.FirstOrDefault(route => !Verbs.TakesBody(route.Method))?.Method;

    public string Function => function;

    public Problems Problems => problems;

    /// <summary>The types that are read from the form member by member.</summary>
    public FormTypes Forms { get; } = new();

    /// <summary>The groups whose members are being parsed, the innermost on top.</summary>
    public Stack<ITypeSymbol> Groups { get; } = new();

    public bool HasForm => _bodies.Exists(body => body.IsForm);

    public bool TakesBody => routes.Any(route => Verbs.TakesBody(route.Method));

    public bool IsInEveryTemplate(string name) =>
        routes.All(route => Template.ParametersOf(route.Path, out _).Contains(name, StringComparer.OrdinalIgnoreCase));

    /// <summary>A name for the local of a group's member, which no other parameter bears.</summary>
    public string NameOf(Asked group, Member member)
    {
        var name = $"{group.Name}_{member.Name}";
        while (!_names.Add(name))
        {
            name += "_";
        }

        return name;
    }

    /// <summary>Notes that a value is read from the body, which only one may be; a form has room for many.</summary>
    public void ClaimBody(Asked asked, bool isForm = false)
    {
        // DELETE may carry a body where it is asked for by name, as in ASP.NET Core.
        if (_bodiless is { } bodiless && bodiless.ToUpperInvariant() is not "DELETE")
        {
            problems.Add(Descriptors.BodyWithoutVerb, asked.Location, asked.Display, function, bodiless);
        }

        if (_bodies.Find(body => !(body.IsForm && isForm)) is ({ } other, var otherIsForm))
        {
            var descriptor = isForm == otherIsForm ? Descriptors.TwoBodies : Descriptors.FormAndBody;
            problems.Add(descriptor, asked.Location, isForm ? asked.Display : other.Display, isForm ? other.Display : asked.Display, function);
        }

        _bodies.Add((asked, isForm));
    }
}
