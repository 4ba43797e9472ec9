using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

record Paging(int Number = 1, int Size = 20)
{
    public string? Sort { get; init; }
    public Guid Cursor { get; set; } = Guid.NewGuid();
    public string[] Fields { get; init; } = ["id"];
}

record Search(int Shop, string Text, [AsParameters] Paging Page, [FromHeader(Name = "X-Tenant")] string Tenant, HttpContext Context, TimeProvider Clock);

static class Goods
{
    [Get("/shops/{shop:int}/goods")]
    public static string Find([AsParameters] Search search) => search.Text;
}
