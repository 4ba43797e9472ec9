namespace Litestar;

/// <summary>An integration that its user adds with one line: <c>builder.Add(new Health())</c>.</summary>
/// <remarks>
/// Both methods are optional. Code after <c>builder.Add</c> runs later and can override the plugin: a plugin is a name for a group
/// of lines of <c>Program.cs</c>.
/// </remarks>
public interface ILitestarPlugin
{
    /// <summary>
    /// Adds services, handlers, layers, options, and functions of the start and the shutdown. Called when the plugin is
    /// added.
    /// </summary>
    /// <param name="builder">The app before it is built; a plugin may add others to it.</param>
    void Configure(LitestarBuilder builder)
    {
    }

    /// <summary>
    /// Adds middleware and ordinary endpoints. Called when the app is built, in the order in which the plugins were added.
    /// </summary>
    /// <param name="app">The app, which has not started.</param>
    void Configure(LitestarApp app)
    {
    }
}
