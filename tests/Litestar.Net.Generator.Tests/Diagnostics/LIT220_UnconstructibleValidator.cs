namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A validator cannot be created.</summary>
public sealed class LIT220_UnconstructibleValidator
{
    private const string Order = "using FluentValidation; public record Order(string Customer); ";

    [Theory]
    [InlineData("file class V : AbstractValidator<Order>;", "'V' validates 'Order' and is local to its file. Generated code cannot create it, so it runs only if it is registered in the container. Make it internal or private.")]
    [InlineData("class V<T> : AbstractValidator<Order>;", "'V<T>' validates 'Order' and is generic, or is nested in a generic type. Generated code cannot create it, so it runs only if it is registered in the container. Derive a class that is neither.")]
    [InlineData("class A { class Need; class V : AbstractValidator<Order> { V(Need need) { } } }", "'V' validates 'Order' and takes a 'Need', which is private. Generated code cannot create it, so it runs only if it is registered in the container. Make 'Need' internal or public.")]
    [InlineData("class V : AbstractValidator<Order> { public V(ref int a) { } }", "'V' validates 'Order' and takes 'a' by reference. Generated code cannot create it, so it runs only if it is registered in the container. Pass it by value.")]
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
