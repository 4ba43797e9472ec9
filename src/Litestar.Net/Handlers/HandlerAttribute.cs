namespace Litestar;

/// <summary>Makes a static function answer requests with an HTTP method, at one or more paths.</summary>
/// <remarks>
/// The usual methods have their own attributes (<see cref="GetAttribute"/>, <see cref="PostAttribute"/> …). This one is for any
/// other, such as <c>[Verb("QUERY", "/search")]</c>. A function can have several.
/// </remarks>
/// <param name="method">The HTTP method, matched in any case (RFC 9110 calls it the method token).</param>
/// <param name="paths">
/// Route templates in ASP.NET Core's syntax, such as <c>/users/{id:int}</c>. Without any, the path is that of the
/// enclosing module.
/// </param>
public sealed class VerbAttribute(string method, params string[] paths) : HandlerAttribute(method, paths);

/// <summary>The base of all attributes for HTTP methods. Do not derive from it: the generator reads only the known ones.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class HandlerAttribute : Attribute
{
    /// <summary>Sets the method and the paths.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="paths">
    /// Route templates in ASP.NET Core's syntax, such as <c>/users/{id:int}</c>. Without any, the path is that of the
    /// enclosing module.
    /// </param>
    private protected HandlerAttribute(string method, string[] paths)
    {
        Method = method;
        Paths = paths;
    }

    /// <summary>The HTTP method this function answers.</summary>
    public string Method { get; }

    /// <summary>The route templates, each relative to the enclosing <see cref="PathAttribute"/> layers.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>The status of a successful response.</summary>
    /// <value>0, which means: 201 for POST, 204 for a DELETE that returns nothing, 200 for everything else.</value>
    public int Status { get; set; }

    /// <summary>The endpoint's name, by which <c>LinkGenerator</c> finds it. It is unique in an app.</summary>
    /// <value>Null.</value>
    public string? Name { get; set; }

    /// <summary>
    /// Runs the function on a thread of its own instead of one of the pool: for code that waits without <c>await</c>,
    /// such as <c>Thread.Sleep</c> or a driver without asynchronous methods.
    /// </summary>
    /// <remarks>
    /// Set on one of a function's attributes, it applies to all of them. The threads are the app's, and <see cref="BlockingOptions"/>
    /// limits them; when they and their queue are full, the response is 503. Only the function itself runs there, not the binding of
    /// its arguments or the writing of its response.
    /// </remarks>
    /// <value>False: a synchronous function runs on the thread that read the request.</value>
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

/// <summary>Answers OPTIONS, in place of the automatic response that lists the path's methods in <c>Allow</c>.</summary>
/// <inheritdoc/>
public sealed class OptionsAttribute(params string[] paths) : HandlerAttribute("OPTIONS", paths);
