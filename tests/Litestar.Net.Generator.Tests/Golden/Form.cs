using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

record Address(string Street, string City = "Berlin");

class Person
{
    public required string Name { get; init; }
    public int? Age { get; set; }
    public Address? Address { get; set; }
    public IReadOnlyList<Address> Former { get; init; } = [];
    public List<string> Tags { get; set; } = [];
    public DateOnly Since { get; set; } = DateOnly.FromDateTime(DateTime.Today);
}

static class People
{
    [Post("/people")]
    public static string Add([FromForm] Person person, IFormFile photo, List<IFormFile>? papers, [FromForm(Name = "accept-terms")] bool accepted, string? via = null) => person.Name;
}
