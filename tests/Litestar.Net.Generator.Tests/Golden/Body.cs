using Microsoft.AspNetCore.Mvc;

record NewUser(string Name);

static class Users
{
    [Post("/users")]
    public static NewUser Create([FromBody] NewUser user) => user;
}
