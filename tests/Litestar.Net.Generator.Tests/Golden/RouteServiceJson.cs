class UserStore
{
    public User? Find(int id) => new(id, "Bob");
}

record User(int Id, string Name);

[Path("/users")]
static class Users
{
    [Get("/{id:int}")]
    public static User? Find(int id, UserStore users) => users.Find(id);
}
