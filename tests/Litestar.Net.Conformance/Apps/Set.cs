#pragma warning disable IL2026 // As in Rules.cs: .NET marks the constructors of these attributes.
using System.ComponentModel.DataAnnotations;

namespace Litestar.Conformance.Apps;

/// <summary>A body that is read by the settings of each app.</summary>
public static class Set
{
    public enum Tone
    {
        Low,
        High,
    }

    public record Below(int N);

    public record Asked(string FullName, [Range(0, 5)] int Count, Tone Tone, Below? Below = null);

    [Post("/settings")] public static Asked Ask(Asked asked) => asked;
}
