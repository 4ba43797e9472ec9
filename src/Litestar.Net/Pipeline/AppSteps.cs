using Litestar.Errors;

namespace Litestar.Pipeline;

/// <summary>The steps of one app, each created when the first endpoint needs it.</summary>
/// <param name="services">The app's container.</param>
/// <param name="errors">Answers rejections.</param>
internal sealed class AppSteps(IServiceProvider services, ErrorBoundary errors)
{
    private readonly Dictionary<Type, PipelineStep> _made = [];

    public IServiceProvider Services => services;

    public ErrorBoundary Errors => errors;

    public T The<T>(Func<AppSteps, T> make) where T : PipelineStep
    {
        lock (_made)
        {
            if (!_made.TryGetValue(typeof(T), out var step))
            {
                _made.Add(typeof(T), step = make(this));
            }

            return (T)step;
        }
    }
}
