namespace Litestar;

/// <summary>An integration that its user adds with one line: <c>builder.Add(new Health())</c>.</summary>
/// <remarks>
/// Either function may be left out. What a plugin sets, the lines behind it may set otherwise: a plugin is nothing but
/// these lines of <c>Program.cs</c> under a name.
/// </remarks>
public interface ILitestarPlugin
{
    /// <summary>Adds services, handlers, layers, options, functions of the start and the end. Called where the plugin is added.</summary>
    /// <param name="builder">The app before it is built; a plugin may add others to it.</param>
    void Configure(LitestarBuilder builder)
    {
    }

    /// <summary>Adds middleware and ordinary endpoints. Called when the app is built, in the order in which the plugins were added.</summary>
    /// <param name="app">The app, which has not started.</param>
    void Configure(LitestarApp app)
    {
    }
}
