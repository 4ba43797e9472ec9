namespace Litestar.Generator.Parse;

/// <summary>ASP.NET Core's constraints, as far as their names tell what they let pass.</summary>
internal static class Constraint
{
    /// <summary>The type, qualified, that holds all a route parameter lets pass; <c>string</c> where nothing narrower is known.</summary>
    public static string TypeFor(TemplateParameter parameter) =>
        (parameter.Constraints.Select(constraint => TypeOf(NameOf(constraint))).FirstOrDefault(type => type is not null) ?? "string") + (parameter.IsOptional ? "?" : "");

    /// <summary><c>range</c> for <c>range(1,5)</c>.</summary>
    public static string NameOf(string constraint) => constraint.Split('(')[0].Trim().ToLowerInvariant();

    private static string? TypeOf(string name) => name switch
    {
        "int" or "long" or "bool" or "decimal" or "double" or "float" => name,
        "min" or "max" or "range" => "long",
        "guid" => "global::System.Guid",
        "datetime" => "global::System.DateTime",
        _ => null,
    };
}
