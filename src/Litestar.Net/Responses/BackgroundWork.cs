using System.Collections;

namespace Litestar;

/// <summary>Functions that run after the last byte of a response, one after the other.</summary>
/// <remarks>
/// They run if the response was sent completely, before the hook of <see cref="AfterResponseAttribute"/> and before the values of
/// providers and the request's services are disposed. An exception is logged, and the other functions still run. An HTTP/1.1
/// connection answers its next request after them, and they do not survive the process: long or important work belongs into a
/// queue and an <c>IHostedService</c>.
/// </remarks>
public sealed class BackgroundWork : IEnumerable<Func<Task>>
{
    private readonly List<Func<Task>> _steps = [];

    /// <summary>Adds an asynchronous function.</summary>
    /// <param name="step">The function.</param>
    public void Add(Func<Task> step)
    {
        ArgumentNullException.ThrowIfNull(step);
        _steps.Add(step);
    }

    /// <summary>Adds a synchronous function.</summary>
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

    /// <summary>Returns the functions, in the order in which they were added.</summary>
    public IEnumerator<Func<Task>> GetEnumerator() => _steps.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
