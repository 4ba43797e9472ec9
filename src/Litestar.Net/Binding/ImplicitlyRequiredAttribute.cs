namespace Litestar;

/// <summary>
/// Sets whether members are required because they are neither nullable nor defaulted, for a handler or all handlers of
/// a class or an assembly.
/// </summary>
/// <remarks>
/// <para>
/// It applies to the members of JSON bodies, of form objects and of groups (<c>[AsParameters]</c>), at any depth. The nearest layer
/// wins; <see cref="Layer.ImplicitlyRequired"/> sets it for a list or the app.
/// </para>
/// <para>
/// With <c>[ImplicitlyRequired(false)]</c> a member is required (else 400) only if its type says so: with the word <c>required</c>,
/// <c>[JsonRequired]</c> or <c>[Required]</c>. Parameters of constructors are required only if the app's JSON settings say so
/// (<c>RespectRequiredConstructorParameters</c>), and null is rejected only if they say so (<c>RespectNullableAnnotations</c>):
/// both are false unless set. A missing member keeps the value that its type gives it: null, 0, false. A parameter of the handler
/// itself, such as the body as a whole, is required as before.
/// </para>
/// </remarks>
/// <param name="isEnabled">False turns it off. True turns it on again within a layer that has turned it off.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly)]
public sealed class ImplicitlyRequiredAttribute(bool isEnabled = true) : Attribute
{
    /// <summary>True if such members are required.</summary>
    /// <value>True.</value>
    public bool IsEnabled { get; } = isEnabled;

    /// <summary>Returns the setting of the nearest layer.</summary>
    /// <param name="metadata">The endpoint's metadata from its layers, the nearest last.</param>
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
