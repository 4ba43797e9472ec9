using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

record User(string Name);

static class Users
{
    [Get("/users/{id}")]
    public static Results<Ok<User>, NotFound> Find(int id) => id > 0 ? TypedResults.Ok(new User("Bob")) : TypedResults.NotFound();
}
