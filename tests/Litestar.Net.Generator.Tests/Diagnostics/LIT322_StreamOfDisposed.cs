namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A stream starts after a value that it uses is disposed.</summary>
public sealed class LIT322_StreamOfDisposed
{
    private const string Handler = "class Tx : IDisposable { public void Dispose() { } } static class A { [Get(\"/a\"), Provide(nameof(Begin))] public static async IAsyncEnumerable<int> Show(Tx tx) { yield return 1; } ";

    [Theory]
    [InlineData("static async IAsyncEnumerable<Tx> Begin() { using var tx = new Tx(); yield return tx; await Task.Yield(); } }")]
    [InlineData("static async IAsyncEnumerable<Tx> Begin() { using (var tx = new Tx()) { yield return tx; await Task.Yield(); } } }")]
    [InlineData("static async IAsyncEnumerable<Tx> Begin() { var tx = new Tx(); try { yield return tx; await Task.Yield(); } finally { tx.Dispose(); } } }")]
    public void However_it_is_disposed(string provider)
    {
        var problem = Assert.Single(Build.Of(Handler + provider).Problems);

        Assert.Equal("LIT322", problem.Id);
        Assert.Equal("'A.Show' streams its answer, and 'A.Begin' disposes the yielded value right after committing, before the stream starts. Remove the 'using' or 'finally': the value is then disposed after the last byte.", problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("static async IAsyncEnumerable<Tx> Begin() { using var tx = new Tx(); await Task.Yield(); yield return tx; } }")]
    [InlineData("static async IAsyncEnumerable<Tx> Begin() { yield return new Tx(); await Task.Yield(); } }")]
    [InlineData("static Tx Begin() => new(); }")]
    public void What_stands_until_the_last_byte_will_do(string provider) => Assert.Empty(Build.Of(Handler + provider).Problems);
}
