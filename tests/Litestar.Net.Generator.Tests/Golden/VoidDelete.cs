static class Users
{
    [Delete("/users/{id}")]
    public static void Remove(int id) { }
}
