static class Search
{
    [Get("/search")]
    public static int Find(string[] words, List<int>? ids, IReadOnlySet<Guid> keys) => words.Length;
}
