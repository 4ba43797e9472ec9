namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A validator cannot be made.</summary>
public sealed class LIT220_UnconstructibleValidator
{
    private const string Order = "using FluentValidation; public record Order(string Customer); ";

    [Theory]
    [InlineData("file class V : AbstractValidator<Order>;", "'V' judges 'Order' and is local to its file: generated code cannot make it, so that it runs only where it is registered in the container. Make it internal or private.")]
    [InlineData("class V<T> : AbstractValidator<Order>;", "'V<T>' judges 'Order' and is generic, or stands in a generic type: generated code cannot make it, so that it runs only where it is registered in the container. Derive a class from it that is not.")]
    [InlineData("class A { class Need; class V : AbstractValidator<Order> { V(Need need) { } } }", "'V' judges 'Order' and takes a 'Need', which is private: generated code cannot make it, so that it runs only where it is registered in the container. Make 'Need' internal or public.")]
    [InlineData("class V : AbstractValidator<Order> { public V(ref int a) { } }", "'V' judges 'Order' and takes 'a' by reference: generated code cannot make it, so that it runs only where it is registered in the container. Take it by value.")]
    public void It_would_never_run(string code, string message)
    {
        var problem = Assert.Single(Build.Of(Order + code).Problems);

        Assert.Equal(("LIT220", message), (problem.Id, problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("class A { class V : AbstractValidator<Order>; }")]
    [InlineData("class A { private protected class B { V v = null!; class V : AbstractValidator<Order> { V() { } } } }")]
    [InlineData("abstract class V<T> : AbstractValidator<T>;")]
    [InlineData("class V<T> : AbstractValidator<List<T>>;")]
    [InlineData("class A { class Own; class V : AbstractValidator<Own>; }")]
    public void One_that_is_made_or_is_for_others_to_make(string code) => Assert.Empty(Build.Of(Order + code).Problems);
}
