namespace Litestar.Conformance.Moving;

/// <summary>A row of the page's table: requests that a moved application answers otherwise, and what makes it answer as before.</summary>
/// <param name="What">The first column.</param>
/// <param name="Switch">The last column.</param>
/// <param name="Asked">The requests. A body behind <c>form</c> is a form.</param>
/// <param name="ShowsBody">Whether the columns of the answers tell the bodies.</param>
public sealed record MovedRow(string What, string Switch, string[] Asked, bool ShowsBody = false)
{
    /// <summary>The option of the list or the app that answers as before; null without.</summary>
    public Action<LitestarOptions>? Option { get; init; }

    /// <summary>Whether the function as the last column writes it answers as before.</summary>
    public bool IsRewritten { get; init; }


    /// <summary>Whether everything but the status is to be as before as well.</summary>
    public bool ComparesBody { get; init; } = true;

    public override string ToString() => What;
}
