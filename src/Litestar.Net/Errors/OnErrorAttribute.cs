namespace Litestar;

/// <summary>Answers an exception of one type, and of those derived from it, thrown anywhere from the guards to the response.</summary>
/// <remarks>
/// The function's first parameter is the exception. It returns an <c>IResult</c>, or a value that is written as a handler's would be;
/// null leaves the exception to others. The nearest layer is asked first, and within one the most derived type. What the function
/// itself throws is answered as if the handler had thrown it, and no other function is asked. Refusals of the framework, such as a
/// missing parameter, are no exceptions.
/// </remarks>
/// <param name="function">The function, as <c>nameof(Errors.NoStock)</c>.</param>
public sealed class OnErrorAttribute(string function) : LayerAttribute(function)
{
    /// <summary>The status of the answer, where the function returns a value.</summary>
    /// <value>0, which means: that of an <see cref="HttpException"/>, else 500.</value>
    public int Status { get; set; }
}
