using Microsoft.AspNetCore.Http;

static class Numbers
{
    [Get("/numbers")]
    public static async IAsyncEnumerable<int> Count(HttpContext context)
    {
        await Task.Yield();
        yield return 1;
    }
}
