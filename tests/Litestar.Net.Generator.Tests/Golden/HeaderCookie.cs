using Microsoft.AspNetCore.Mvc;

static class Session
{
    [Get("/session")]
    public static string Show([FromHeader(Name = "X-Request-Id")] Guid request, [FromCookie] string? session) => $"{request} {session}";
}
