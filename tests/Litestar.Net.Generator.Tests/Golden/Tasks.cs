static class Jobs
{
    [Post("/jobs")]
    public static async Task Start(CancellationToken stop) => await Task.Delay(1, stop);
}
