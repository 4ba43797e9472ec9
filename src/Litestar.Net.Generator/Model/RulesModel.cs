namespace Litestar.Generator.Model;

/// <summary>How a rule is put to a value.</summary>
internal enum RuleForm
{
    /// <summary>By an expression of the value itself.</summary>
    Straight,

    /// <summary>By <c>rule.Allows(value)</c>, which knows the type of the value.</summary>
    Allows,

    /// <summary>By <c>rule.IsValid(value)</c>.</summary>
    IsValid,

    /// <summary>By <c>Matches(value, rule)</c> of what takes the faults, which knows how much time is left.</summary>
    Matches,

    /// <summary>With a validation context: the rule is the user's own, and may look at anything.</summary>
    InContext,
}

/// <summary>A validation attribute on a value.</summary>
/// <param name="Name">Its short name: <c>Range</c>.</param>
/// <param name="Creation">The expression that makes it anew.</param>
/// <param name="Ask">How it is put to the value.</param>
/// <param name="Before">What stands before the value in a straight expression, which is true where the rule is kept.</param>
/// <param name="After">What stands behind it.</param>
/// <param name="IsRequired">Whether it comes first, and no other rule is asked where it is broken.</param>
/// <param name="IsMadeLate">Whether it is made only where it is broken, for its words depend on the app.</param>
internal sealed record RuleModel(string Name, string Creation, RuleForm Ask, string Before = "", string After = "", bool IsRequired = false, bool IsMadeLate = false);

/// <summary>What a value holds that has rules of its own.</summary>
internal enum Nesting
{
    /// <summary>An object of a type with rules, never null.</summary>
    Value,

    /// <summary>An object of a type with rules.</summary>
    Reference,

    /// <summary>A struct with rules that may be missing.</summary>
    Nullable,

    /// <summary>Items in their order.</summary>
    Items,

    /// <summary>Entries under their keys.</summary>
    Entries,
}

/// <param name="Kind">How it holds it.</param>
/// <param name="Type">The type of the holding value, qualified.</param>
/// <param name="Class">For an object the class of its rules.</param>
/// <param name="Held">For items and entries the type of one.</param>
/// <param name="Key">For entries the type of their keys.</param>
/// <param name="Inner">For items and entries what one of them holds.</param>
internal sealed record NestedModel(Nesting Kind, string Type, string Class = "", string Held = "", string Key = "", NestedModel? Inner = null);

/// <summary>A member that is checked.</summary>
/// <param name="Name">Its name in the source.</param>
/// <param name="WireName">The same, or behind <c>=</c> the name that an attribute gives it on the wire.</param>
/// <param name="Type">Its type, qualified, with its nullable mark.</param>
/// <param name="Display">What messages call it; none for its name on the wire.</param>
/// <param name="IsOfForm">Whether only a form can set it, for JSON ignores it.</param>
internal sealed record CheckedMember(string Name, string WireName, string Type, string? Display, EquatableArray<RuleModel> Rules, NestedModel? Nested, bool IsOfForm);

/// <summary>A type that is checked.</summary>
/// <param name="ClassName">The generated class.</param>
/// <param name="Type">The type, qualified.</param>
/// <param name="Display">The type as its source calls it.</param>
/// <param name="Members">Its members with rules, or with values that have some.</param>
/// <param name="Rules">The rules on the type itself.</param>
/// <param name="ValidatesItself">Whether it has an opinion of its own: <c>IValidatableObject</c>.</param>
/// <param name="IsRecursive">Whether it may hold itself, at any depth.</param>
/// <param name="Heirs">The types that may come in its place, with the classes of their rules; the most derived first.</param>
internal sealed record RulesModel(
    string ClassName,
    string Type,
    string Display,
    EquatableArray<CheckedMember> Members,
    EquatableArray<RuleModel> Rules,
    bool ValidatesItself,
    bool IsRecursive,
    EquatableArray<DerivedTypeModel> Heirs);

/// <summary>A type that may come in the place of its base.</summary>
/// <param name="Type">The type, qualified.</param>
/// <param name="Class">The class of its rules; none where it has none.</param>
internal sealed record DerivedTypeModel(string Type, string? Class);
