namespace Litestar.Shared;

/// <summary>Waits for what happens soon and has no event to await.</summary>
internal static class Eventually
{
    // Ends a test that fails. A test that passes does not wait for it, however busy the machine is.
    private static readonly TimeSpan HangLimit = TimeSpan.FromMinutes(10);

    /// <summary>Waits until the condition holds. The assertion after it says what is missing if it never does.</summary>
    public static Task Until(Func<bool> condition) => Until(() => Task.FromResult(condition()));

    /// <summary>Waits until the condition holds. The assertion after it says what is missing if it never does.</summary>
    public static async Task Until(Func<Task<bool>> condition)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition() && TimeProvider.System.GetElapsedTime(started) < HangLimit)
        {
            await Task.Delay(10);
        }
    }

    /// <summary>Waits for a task that ends soon.</summary>
    /// <exception cref="TimeoutException">It hangs.</exception>
    public static Task<T> Ends<T>(Task<T> task) => task.WaitAsync(HangLimit);

    /// <summary>Waits for a task that ends soon.</summary>
    /// <exception cref="TimeoutException">It hangs.</exception>
    public static Task Ends(Task task) => task.WaitAsync(HangLimit);
}
