
namespace Litestar.Conformance.Moving;

/// <summary>The table of the page: what changes on the wire, and the switch for each.</summary>
public static class MovedTable
{
    public const string Head = "| what | minimal APIs | a handler | to change it |\n|---|---|---|---|\n";

    public static MovedRow[] Rows { get; } =
    [
        new("a member of a JSON body that is neither nullable nor defaulted: absent, null, or null among the items of its list", "`options.ImplicitlyRequired(false)`, or `[ImplicitlyRequired(false)]` on a handler, a class or the assembly: [only what the type says](../reference/validation.md#only-what-the-type-says)",
            ["""PUT /todo {"isComplete":true}""", """PUT /todo {"id":1,"title":null,"tags":[],"isComplete":true}""", """PUT /todo {"id":1,"title":"a","tags":[null],"isComplete":true}"""]) { Option = options => options.ImplicitlyRequired(false) },
        new("the same in a form", "the same", ["PUT /todo/form form id=1&isComplete=true"]) { Option = options => options.ImplicitlyRequired(false) },
        new("POST", "`options.StatusByMethod(false)`, or `[StatusByMethod(false)]` on a handler, a class or the assembly: [the status](../reference/handlers.md#status); for one, `[Post(\"…\", Status = 200)]`", ["POST /status", "POST /status/nothing"]) { Option = options => options.StatusByMethod(false) },
        new("DELETE that returns nothing", "the same; for one, `[Delete(\"…\", Status = 200)]`", ["DELETE /status", "DELETE /status/later"]) { Option = options => options.StatusByMethod(false) },
        new("a `byte[]` as the response", "`TypedResults.Ok(bytes)`; a member of a record stays Base64", ["GET /bytes"], ShowsBody: true) { IsRewritten = true },
        new("a `byte[]` as the body, Base64 in JSON", "`[FromBody]`", ["""PUT /bytes "AQID" """.Trim()], ShowsBody: true) { IsRewritten = true },
        new("a `List<string>` in a POST or PUT, sent as JSON", "`[FromBody]`", ["""PUT /list ["a"]"""]) { IsRewritten = true },
        new("null returned as a `string`", "not possible, because there is nothing to send. Throw `NotFoundException`, or return a result", ["GET /null"]),
        new("HEAD, OPTIONS on a GET", "not possible, because RFC 9110 defines them; GET does not change", ["HEAD /get", "OPTIONS /get"]),
        new("the media type of a 400, 404, 405, 500", "[the host's hooks](../reference/errors.md#with-aspnet-cores-own-error-handling); for the shape, `options.ErrorFormat` and `CustomizeProblemDetails`", ["GET /refused?number=x", "POST /get", "GET /thrown"]),
        new("`TypedResults.Problem`", "`instance` and `traceId` are added; remove them in `AddProblemDetails(options => options.CustomizeProblemDetails = …)`", ["GET /problem"], ShowsBody: true),
        new("an enum in the query, in another case", "`string`, and `Enum.TryParse`", ["GET /tone?tone=loud"], ShowsBody: true) { IsRewritten = true, ComparesBody = false },
        new("an enum in JSON, by its name", "not needed: numbers still work", ["""PUT /tone {"tone":"Loud"}"""]),
        new("an enum in JSON, a number without a member", "not possible, because it is not a value of the enum", ["""PUT /tone {"tone":9}"""]),
        new("`?x=1&x=2` for one `int`", "not possible: the last one is used", ["GET /one?x=1&x=2"]),
        new("`?x=1&x=2` for one `string`", "`string[] x`, and `string.Join(',', x)`", ["GET /text?x=1&x=2"], ShowsBody: true) { IsRewritten = true },
        new("`?x=1` for a `bool`", "`string x`, and `bool.TryParse`", ["GET /flag?x=1"]) { IsRewritten = true, ComparesBody = false },
        new("an absent list in the query", "`int[]? x`", ["GET /items"]) { IsRewritten = true },
        new("a date in the query, `02/29/2024`", "`string x`, and `DateTime.Parse`; a `DateTime` is [ISO 8601](../reference/parameters.md)", ["GET /date?x=02/29/2024"]) { IsRewritten = true },
        new("a `bool` field of a form, absent or `on`: a check box", "`[FromForm] string? agree`, and `bool.TryParse`", ["PUT /box form other=1", "PUT /box form agree=on"]) { IsRewritten = true, ComparesBody = false },
    ];

    /// <summary>What an answer is in the table.</summary>
    public static string Cell(IEnumerable<Answer> answers, MovedRow row) => string.Join("; ", answers.Select(answer => Of(answer, row)).Distinct());

    public static string Of(IEnumerable<(MovedRow Row, string Minimal, string Handler)> found) =>
        Head + string.Concat(found.Select(row => $"| {row.Row.What} | {row.Minimal} | {row.Handler} | {row.Row.Switch} |\n"));

    private static string Of(Answer answer, MovedRow row) => !row.ShowsBody ? Status(answer)
        : answer.Status >= 400 && !row.What.StartsWith("`Typed", StringComparison.Ordinal) ? Status(answer)
        : answer.ContentType == "application/octet-stream" ? $"{answer.Status}, octets" : $"{answer.Status} `{answer.Body}`";

    private static string Status(Answer answer) => answer.Status < 400 ? $"{answer.Status}" : answer.ContentType is null ? $"{answer.Status}, no body" : $"{answer.Status}, `{answer.ContentType}`";
}
