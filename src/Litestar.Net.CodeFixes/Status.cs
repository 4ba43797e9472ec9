namespace Litestar.CodeFixes;

/// <summary>The status that a verb attribute sets.</summary>
internal static class Status
{
    /// <summary>Removes the status, so that the verb's default applies.</summary>
    public static IEnumerable<Remedy> Removed(LocatedDiagnostic fault)
    {
        foreach (var verb in fault.Function is { } function ? Attributes.VerbsOf(function) : [])
        {
            if (Attributes.Argument(verb, "Status") is { } status)
            {
                yield return Remedy.Replace($"Remove '{status}'", "status", verb, Attributes.Without(verb, status));
            }
        }
    }
}
