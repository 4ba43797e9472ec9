namespace Litestar.Generator.Model;

/// <summary>A type with optional init-only members that may keep the type's own values.</summary>
/// <param name="Type">Its name as in the output of System.Text.Json's generator.</param>
/// <param name="IsStruct">True if its values are passed by reference to be set.</param>
/// <param name="Members">The members, those of base types included.</param>
/// <param name="Primary">
/// The parameters of a struct's primary constructor, which System.Text.Json ignores and which alone runs the
/// initializers; empty for other types.
/// </param>
internal sealed record InitTypeModel(string Type, bool IsStruct, EquatableArray<InitMemberModel> Members, EquatableArray<PrimaryConstructorModel> Primary);

/// <param name="Name">The member's name in the source.</param>
/// <param name="Owner">The type that declares it, as in the output of System.Text.Json's generator.</param>
/// <param name="Arguments">The type arguments of that type: <c>&lt;int&gt;</c>; empty if it is not generic.</param>
/// <param name="Setter">The declaration of its setter.</param>
internal sealed record InitMemberModel(string Name, string Owner, string Arguments, InitSetterModel Setter);

/// <summary>A setter as in its own type's declaration, without type arguments.</summary>
/// <param name="Target">The type: <c>global::Box&lt;T&gt;</c>, with <c>ref</c> in front of a struct.</param>
/// <param name="Value">The type of the value: <c>T</c></param>
/// <param name="Parameters"><c>&lt;T&gt;</c>, or empty.</param>
/// <param name="Constraints"><c> where T : struct</c>, or empty.</param>
internal sealed record InitSetterModel(string Target, string Value, string Parameters, string Constraints);

/// <param name="Property">The property that a parameter of a primary constructor sets; empty if there is none.</param>
/// <param name="Type">Its type, qualified.</param>
/// <param name="IsNullable">True if it may be null.</param>
/// <param name="OrElse">The default as source text; null if it has none.</param>
internal sealed record PrimaryConstructorModel(string Property, string Type, bool IsNullable, string? OrElse);
