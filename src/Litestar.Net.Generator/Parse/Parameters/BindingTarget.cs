using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Parameters;

/// <summary>A value that a handler asks for: one of its parameters, or a member of a group or a form.</summary>
/// <param name="Name">The name of its local in generated code.</param>
/// <param name="WireName">Its name on the wire, unless a marker says another.</param>
/// <param name="Display">Its name as a person says it: <c>page.Size</c>.</param>
/// <param name="Attributes">What stands on it.</param>
/// <param name="OrElse">The default as source text; none where it is required.</param>
/// <param name="KeepsInitial">Whether it has a default that only its own type can make.</param>
/// <param name="Location">The handler's parameter that it belongs to.</param>
/// <param name="Default">The value of the default, where the build knows it.</param>
internal sealed record BindingTarget(
    string Name,
    string WireName,
    string Display,
    ITypeSymbol Type,
    IReadOnlyList<AttributeData> Attributes,
    string? OrElse,
    bool KeepsInitial,
    Location? Location,
    KnownDefault? Default)
{
    public static BindingTarget Of(IParameterSymbol parameter) =>
        new(parameter.Name, parameter.Name, parameter.Name, parameter.Type, parameter.GetAttributes(), Requiredness.Of(parameter), KeepsInitial: false, parameter.Locations.FirstOrDefault(), KnownDefault.Of(parameter));

    /// <summary>A parameter of a function that a layer names: its local needs a name of its own, and what is wrong with it is said where the layer names it.</summary>
    public static BindingTarget Of(IParameterSymbol parameter, string local, Location? location) => Of(parameter) with { Name = local, Location = location };

    /// <summary>A member of this value.</summary>
    public BindingTarget With(ConstructionMember member, string name) =>
        new(name, WireNaming.Camel(member.Name), $"{Display}.{member.Name}", member.Type, member.Attributes, member.OrElse, member.Setting.IsLate, Location, member.Default);

    public bool IsRequired => OrElse is null;
}
