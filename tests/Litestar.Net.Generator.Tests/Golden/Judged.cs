using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

record Paging(int Size = 20, int Number = 1) : IValidatableObject
{
    public IEnumerable<ValidationResult> Validate(ValidationContext context) => [];
}

record Search([FromHeader(Name = "X-Tenant")] string Tenant, [AsParameters] Paging Page, TimeProvider Clock)
{
    public string? Sort { get; set; }
}

class SearchValidator : AbstractValidator<Search>;

static class Goods
{
    [Get("/goods")]
    public static string Find([AsParameters] Search search, int limit = 9) => search.Tenant;
}
