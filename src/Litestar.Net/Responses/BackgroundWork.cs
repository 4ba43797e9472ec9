using System.Collections;

namespace Litestar;

/// <summary>What is done after the last byte of a response, one after the other.</summary>
/// <remarks>
/// It runs where the answer was sent whole, before the hook of <see cref="AfterResponseAttribute"/> and before the values of providers
/// and the request's services are disposed. What fails is logged, and keeps nothing else from its turn.
/// The connection answers its next request behind it (HTTP/1.1), and nothing of it outlives the process: what takes
/// long, or must not be lost, is a matter for a queue and an <c>IHostedService</c>.
/// </remarks>
public sealed class BackgroundWork : IEnumerable<Func<Task>>
{
    private readonly List<Func<Task>> _steps = [];

    /// <summary>Adds a function that is waited for.</summary>
    /// <param name="step">The function.</param>
    public void Add(Func<Task> step)
    {
        ArgumentNullException.ThrowIfNull(step);
        _steps.Add(step);
    }

    /// <summary>Adds a function.</summary>
    /// <param name="step">The function.</param>
    public void Add(Action step)
    {
        ArgumentNullException.ThrowIfNull(step);
        _steps.Add(() =>
        {
            step();
            return Task.CompletedTask;
        });
    }

    /// <summary>The functions, in the order in which they were added.</summary>
    public IEnumerator<Func<Task>> GetEnumerator() => _steps.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
