record User(int Id, string Name);

static class Users
{
    [Post("/users")]
    public static Response<User> Create(User data) => new(data)
    {
        Headers = { Location = $"/users/{data.Id}" },
        Cookies = { { "user", data.Name } },
        Background = { () => Console.WriteLine(data) },
    };
}
