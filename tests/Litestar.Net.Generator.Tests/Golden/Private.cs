static class Users
{
    [Get("/users/{id:int}")]
    private static string Find(int id, bool loud) => loud ? $"USER {id}" : $"User {id}";
}
