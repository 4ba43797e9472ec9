namespace Litestar;

/// <summary>What holds for all handlers of an app.</summary>
public sealed class LitestarOptions
{
    /// <summary>A path in front of every handler, such as <c>/api</c>.</summary>
    /// <value>Empty.</value>
    public string Path { get; set; } = "";

    /// <summary>The shape of error bodies.</summary>
    /// <value><see cref="ErrorFormat.Problem"/>.</value>
    public ErrorFormat ErrorFormat { get; set; }
}
