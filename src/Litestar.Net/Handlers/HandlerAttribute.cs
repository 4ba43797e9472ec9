namespace Litestar;

/// <summary>Makes a static function answer requests with the given HTTP method, at one or more paths.</summary>
/// <remarks>
/// The usual methods have attributes of their own (<see cref="GetAttribute"/>, <see cref="PostAttribute"/> …);
/// this one is for any other, such as <c>[Verb("QUERY", "/search")]</c>. Several may stand on one function.
/// </remarks>
/// <param name="method">The HTTP method, matched in any case (RFC 9110 calls it the method token).</param>
/// <param name="paths">Route templates in ASP.NET Core's syntax, such as <c>/users/{id:int}</c>. None means the path of the enclosing module.</param>
public sealed class VerbAttribute(string method, params string[] paths) : HandlerAttribute(method, paths);

/// <summary>What the attributes of all HTTP methods share. Not to be derived from: the generator reads the known ones.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class HandlerAttribute : Attribute
{
    /// <summary>What <c>[Get]</c> and its like say of a method.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="paths">Route templates in ASP.NET Core's syntax, such as <c>/users/{id:int}</c>. None means the path of the enclosing module.</param>
    private protected HandlerAttribute(string method, string[] paths)
    {
        Method = method;
        Paths = paths;
    }

    /// <summary>The HTTP method this function answers.</summary>
    public string Method { get; }

    /// <summary>The route templates, each relative to the enclosing <see cref="PathAttribute"/> layers.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>The status of a successful answer.</summary>
    /// <value>0, which means: 201 for POST, 204 for a DELETE that returns nothing, 200 for everything else.</value>
    public int Status { get; set; }

    /// <summary>The endpoint's name, by which <c>LinkGenerator</c> finds it. Unique in an app.</summary>
    /// <value>None.</value>
    public string? Name { get; set; }

    /// <summary>Runs the function on a thread of its own instead of one of the pool: for what waits without <c>await</c>, such as <c>Thread.Sleep</c> or a driver that knows no tasks.</summary>
    /// <remarks>
    /// Said on one of a function's attributes, it holds for all of them. The threads are the app's, <see cref="BlockingOptions"/> bounds them;
    /// beyond them and their queue the answer is 503. Only the function itself runs there, not what binds its arguments or writes its answer.
    /// </remarks>
    /// <value>False: a synchronous function runs where the request was read.</value>
    public bool Blocking { get; set; }
}

/// <summary>Answers GET, and HEAD with the same headers and no body.</summary>
/// <inheritdoc/>
public sealed class GetAttribute(params string[] paths) : HandlerAttribute("GET", paths);

/// <summary>Answers POST, with 201 unless <see cref="HandlerAttribute.Status"/> says otherwise.</summary>
/// <inheritdoc/>
public sealed class PostAttribute(params string[] paths) : HandlerAttribute("POST", paths);

/// <summary>Answers PUT.</summary>
/// <inheritdoc/>
public sealed class PutAttribute(params string[] paths) : HandlerAttribute("PUT", paths);

/// <summary>Answers PATCH.</summary>
/// <inheritdoc/>
public sealed class PatchAttribute(params string[] paths) : HandlerAttribute("PATCH", paths);

/// <summary>Answers DELETE, with 204 when the function returns nothing.</summary>
/// <inheritdoc/>
public sealed class DeleteAttribute(params string[] paths) : HandlerAttribute("DELETE", paths);

/// <summary>Answers HEAD. Only needed where HEAD should do less than GET, which answers HEAD by itself.</summary>
/// <inheritdoc/>
public sealed class HeadAttribute(params string[] paths) : HandlerAttribute("HEAD", paths);

/// <summary>Answers OPTIONS, in place of the automatic answer that lists the path's methods in <c>Allow</c>.</summary>
/// <inheritdoc/>
public sealed class OptionsAttribute(params string[] paths) : HandlerAttribute("OPTIONS", paths);
