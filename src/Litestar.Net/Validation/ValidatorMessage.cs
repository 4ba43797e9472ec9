namespace Litestar.Validation;

/// <summary>What a validator has found wrong.</summary>
/// <param name="Place">The item of a collection it has judged, <c>[0]</c>; empty where it has judged the whole.</param>
/// <param name="Type">The type it judges.</param>
/// <param name="Path">The path of C# members, from what it has judged.</param>
/// <param name="Message">Its words.</param>
internal readonly record struct ValidatorMessage(string Place, Type Type, string Path, string Message);
