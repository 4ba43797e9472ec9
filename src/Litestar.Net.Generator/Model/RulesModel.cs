namespace Litestar.Generator.Model;

/// <summary>The way in which a rule is checked.</summary>
internal enum RuleForm
{
    /// <summary>By an expression of the value itself.</summary>
    Straight,

    /// <summary>By <c>rule.Allows(value)</c>, which knows the type of the value.</summary>
    Allows,

    /// <summary>By <c>rule.IsValid(value)</c>.</summary>
    IsValid,

    /// <summary>By <c>Matches(value, rule)</c> of the fault collector, which knows the remaining time.</summary>
    Matches,

    /// <summary>With a validation context: the rule is the user's own, and may read anything.</summary>
    InContext,
}

/// <summary>A validation attribute on a value.</summary>
/// <param name="Name">Its short name: <c>Range</c>.</param>
/// <param name="Creation">The expression that creates it.</param>
/// <param name="Ask">The way in which it is checked.</param>
/// <param name="Before">The text before the value in a straight expression, which is true if the value is valid.</param>
/// <param name="After">The text after it.</param>
/// <param name="IsRequired">True if it comes first, and no other rule is checked when it is broken.</param>
/// <param name="IsMadeLate">True if it is created only when it is broken, because its message depends on the app.</param>
internal sealed record RuleModel(string Name, string Creation, RuleForm Ask, string Before = "", string After = "", bool IsRequired = false, bool IsMadeLate = false);

/// <summary>The kind of objects with rules in a value.</summary>
internal enum Nesting
{
    /// <summary>An object of a type with rules, never null.</summary>
    Value,

    /// <summary>An object of a type with rules.</summary>
    Reference,

    /// <summary>A struct with rules that may be null.</summary>
    Nullable,

    /// <summary>Items in their order.</summary>
    Items,

    /// <summary>Entries under their keys.</summary>
    Entries,
}

/// <param name="Kind">The kind of containment.</param>
/// <param name="Type">The type of the outer value, qualified.</param>
/// <param name="Class">For an object, the class of its rules.</param>
/// <param name="Held">For items and entries, the type of one.</param>
/// <param name="Key">For entries, the type of their keys.</param>
/// <param name="Inner">For items and entries, the objects in one of them.</param>
internal sealed record NestedModel(Nesting Kind, string Type, string Class = "", string Held = "", string Key = "", NestedModel? Inner = null);

/// <summary>A member that is checked.</summary>
/// <param name="Name">Its name in the source.</param>
/// <param name="WireName">The same, or after <c>=</c> the name that an attribute gives it on the wire.</param>
/// <param name="Type">Its type, qualified, with its nullable mark.</param>
/// <param name="Display">Its name in messages; null for its name on the wire.</param>
/// <param name="IsOfForm">True if only a form can set it, because JSON ignores it.</param>
internal sealed record CheckedMember(string Name, string WireName, string Type, string? Display, EquatableArray<RuleModel> Rules, NestedModel? Nested, bool IsOfForm);

/// <summary>A type that is checked.</summary>
/// <param name="ClassName">The generated class.</param>
/// <param name="Type">The type, qualified.</param>
/// <param name="Display">The type's name in its source.</param>
/// <param name="Members">Its members with rules, or with values that have some.</param>
/// <param name="Rules">The rules on the type itself.</param>
/// <param name="ValidatesItself">True if it validates itself: <c>IValidatableObject</c>.</param>
/// <param name="IsRecursive">True if it may contain itself, at any depth.</param>
/// <param name="Heirs">The derived types that may replace it, with the classes of their rules; the most derived first.</param>
internal sealed record RulesModel(
    string ClassName,
    string Type,
    string Display,
    EquatableArray<CheckedMember> Members,
    EquatableArray<RuleModel> Rules,
    bool ValidatesItself,
    bool IsRecursive,
    EquatableArray<DerivedTypeModel> Heirs);

/// <summary>A derived type that may replace its base.</summary>
/// <param name="Type">The type, qualified.</param>
/// <param name="Class">The class of its rules; null if it has none.</param>
internal sealed record DerivedTypeModel(string Type, string? Class);
