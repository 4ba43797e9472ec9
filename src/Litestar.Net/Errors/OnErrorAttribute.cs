namespace Litestar;

/// <summary>Answers an exception of one type, and of derived types, thrown anywhere from the guards to the response.</summary>
/// <remarks>
/// The function's first parameter is the exception. It returns an <c>IResult</c>, or a value that is written as a handler's would be;
/// null leaves the exception to other handlers. The nearest layer comes first, and within one the most derived type. An exception
/// of the function itself is answered as if the handler had thrown it, and no other function is called. Rejections of the
/// framework, such as a missing parameter, are not exceptions.
/// </remarks>
/// <param name="function">The function, as <c>nameof(Errors.NoStock)</c>.</param>
public sealed class OnErrorAttribute(string function) : LayerAttribute(function)
{
    /// <summary>The status of the response, if the function returns a value.</summary>
    /// <value>0, which means: that of an <see cref="HttpException"/>, else 500.</value>
    public int Status { get; set; }
}
