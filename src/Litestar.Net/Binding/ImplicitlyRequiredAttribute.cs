namespace Litestar;

/// <summary>Says for a handler, or for all handlers of a class or an assembly, whether members must come because they are neither nullable nor defaulted.</summary>
/// <remarks>
/// <para>
/// It concerns the members of JSON bodies, of form objects and of groups (<c>[AsParameters]</c>), at any depth. The nearest layer
/// wins; <see cref="Layer.ImplicitlyRequired"/> says it for a list or the app.
/// </para>
/// <para>
/// With <c>[ImplicitlyRequired(false)]</c> a member must come (else 400) only where its type says so: by the word <c>required</c>, by
/// <c>[JsonRequired]</c>, or by <c>[Required]</c>. Parameters of constructors must come where the app's JSON settings say so
/// (<c>RespectRequiredConstructorParameters</c>), and null is refused where they say so (<c>RespectNullableAnnotations</c>): both
/// are false unless set. What does not come is what the type makes of it: null, 0, false. A parameter of the handler itself, such
/// as the body as a whole, is required as before.
/// </para>
/// </remarks>
/// <param name="isEnabled">False turns it off; true turns it on again within a layer that has turned it off.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly)]
public sealed class ImplicitlyRequiredAttribute(bool isEnabled = true) : Attribute
{
    /// <summary>True where such members must come.</summary>
    /// <value>True.</value>
    public bool IsEnabled { get; } = isEnabled;

    /// <summary>Returns what the nearest layer says.</summary>
    /// <param name="metadata">What the layers say of an endpoint, the nearest last.</param>
    internal static bool IsEnabledBy(IReadOnlyList<object> metadata)
    {
        for (var i = metadata.Count - 1; i >= 0; i--)
        {
            if (metadata[i] is ImplicitlyRequiredAttribute said)
            {
                return said.IsEnabled;
            }
        }

        return true;
    }
}
