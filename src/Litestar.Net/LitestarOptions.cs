namespace Litestar;

/// <summary>What holds for all handlers of an app: its outermost layer, and the shape of its paths and errors.</summary>
/// <remarks>Its response headers and error handlers reach further than its handlers: to the answer that nothing is found as well.</remarks>
public sealed class LitestarOptions : Layer
{
    /// <summary>Options that say nothing yet.</summary>
    public LitestarOptions() : base("the app")
    {
    }

    /// <summary>A path in front of every handler, such as <c>/api</c>.</summary>
    /// <value>Empty.</value>
    public string Path { get; set; } = "";

    /// <summary>The shape of error bodies.</summary>
    /// <value><see cref="ErrorFormat.Problem"/>.</value>
    public ErrorFormat ErrorFormat { get; set; }

    /// <summary>The threads for functions that say <c>Blocking = true</c>.</summary>
    public BlockingOptions Blocking { get; } = new();
}
