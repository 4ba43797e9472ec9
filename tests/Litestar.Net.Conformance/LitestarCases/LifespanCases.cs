namespace Litestar.Conformance.LitestarCases;

/// <summary>H: what runs at the end of an app.</summary>
public sealed class LifespanCases
{
    // An application that maps handlers starts and stops by itself.
    public static TheoryData<Host, string, string> Rows =>
    [
        (Host.Memory, "H16", "ctx_2, ctx_1, hook_a, hook_b"),
        (Host.Kestrel, "H16", "ctx_2, ctx_1, hook_a, hook_b"),
    ];

    [Theory, MemberData(nameof(Rows))]
    public async Task An_app_ends_in_the_order_of_litestar(Host host, string id, string expected)
    {
        var ended = new List<string>();
        await using (await RunningApp.Start(host, [typeof(CasesApp)], options: options => options
            .Lifespan(_ => Context("ctx_1"))
            .Lifespan(_ => Context("ctx_2"))
            .OnShutdown(_ => ended.Add("hook_a"))
            .OnShutdown(_ => ended.Add("hook_b"))))
        {
            Assert.Empty(ended);
        }

        Assert.Equal(("H16", expected), (id, string.Join(", ", ended)));

        Task<Ending> Context(string name) => Task.FromResult(new Ending(() => ended.Add(name)));
    }

    private sealed class Ending(Action end) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            end();
            return default;
        }
    }
}
