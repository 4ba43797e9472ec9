namespace Litestar.Rejections;

/// <summary>One thing that is wrong with a request, under the name by which the client knows it.</summary>
/// <param name="Key">The name on the wire: <c>pageSize</c>, <c>X-Request-Id</c>, <c>lines[1].quantity</c>; empty for the body as a whole.</param>
/// <param name="Message">What was expected and what came.</param>
/// <param name="Status">The status this fault would have alone: 400, 413 or 415.</param>
internal sealed record Fault(string Key, string Message, int Status = 400);
