namespace Microsoft.FSharp.Core;

/// <summary>What F# puts on its types.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class CompilationMappingAttribute : Attribute;

/// <summary>What F# makes of a function that becomes a delegate.</summary>
[CompilationMapping]
internal static class Closure
{
    public static Delegate Make() => new Func<string>(Invoke);

    private static string Invoke() => "";
}
