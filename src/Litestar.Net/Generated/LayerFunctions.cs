using System.ComponentModel;

namespace Litestar.Generated;

/// <summary>The kinds of functions that the attributes of a handler and its classes add.</summary>
[Flags]
[EditorBrowsable(EditorBrowsableState.Never)]
public enum LayerFunctions
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Guards.</summary>
    Guard = 1,

    /// <summary>A hook before the arguments are read.</summary>
    Before = 2,

    /// <summary>A hook before the first byte.</summary>
    After = 4,

    /// <summary>A hook after the last byte.</summary>
    AfterResponse = 8,

    /// <summary>Error handlers.</summary>
    OnError = 16,

    /// <summary>Code after the <c>yield</c> of a provider.</summary>
    Commit = 32,
}
