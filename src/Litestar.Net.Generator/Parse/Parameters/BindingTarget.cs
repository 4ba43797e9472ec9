using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Parameters;

/// <summary>A value to bind: a parameter of a function, or a member of a group or a form.</summary>
/// <param name="Name">The name of its local in generated code.</param>
/// <param name="WireName">Its name on the wire, unless an attribute sets another.</param>
/// <param name="Display">Its display name: <c>page.Size</c>.</param>
/// <param name="Attributes">Its attributes.</param>
/// <param name="OrElse">The default as source text; null if it is required.</param>
/// <param name="KeepsInitial">True if it has a default that only its own type can make.</param>
/// <param name="Location">The handler's parameter that it belongs to.</param>
/// <param name="Default">The value of the default, if the build knows it.</param>
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

    /// <summary>
    /// Returns the target for a parameter of a layer's function: its local variable needs a unique name, and its faults
    /// are reported at the layer.
    /// </summary>
    public static BindingTarget Of(IParameterSymbol parameter, string local, Location? location) => Of(parameter) with { Name = local, Location = location };

    /// <summary>Returns the target for a member of this value.</summary>
    public BindingTarget With(ConstructionMember member, string name) =>
        new(name, WireNaming.Camel(member.Name), $"{Display}.{member.Name}", member.Type, member.Attributes, member.OrElse, member.Setting.IsLate, Location, member.Default);

    public bool IsRequired => OrElse is null;
}
