static class Users
{
    [Get("/users", "/users/{page:int}"), Put("/users"), Post("/users")]
    public static int[] List(int page = 1) => [page];
}
