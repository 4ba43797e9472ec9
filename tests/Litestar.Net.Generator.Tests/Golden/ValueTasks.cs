record Job(int Id);

static class Jobs
{
    [Get("/jobs/{id}")]
    public static ValueTask<Job> Find(int id) => new(new Job(id));
}
