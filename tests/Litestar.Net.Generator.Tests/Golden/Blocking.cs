record Report(string Month, int Lines);

static class Reports
{
    [Post("/reports/{month}", Blocking = true)]
    public static Report Make(string month, TimeProvider clock)
    {
        Thread.Sleep(10);
        return new(month, clock.GetUtcNow().Day);
    }
}
