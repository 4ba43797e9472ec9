namespace Litestar.Validation;

/// <summary>An error that a validator has found.</summary>
/// <param name="Place">The validated item of a collection, <c>[0]</c>; empty for the whole value.</param>
/// <param name="Type">The validated type.</param>
/// <param name="Path">The path of C# members, from the validated value.</param>
/// <param name="Message">The message.</param>
internal readonly record struct ValidatorMessage(string Place, Type Type, string Path, string Message);
