namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A failure of our own names its handler, and spoils no other.</summary>
public sealed class LIT900_GeneratorFailure
{
    private const string Code = "static class Users { [Get(\"/a\")] public static string A() => \"\"; [Get(\"/b\")] public static string B() => \"\"; }";

    [Fact]
    public void While_parsing_the_others_are_written()
    {
        var generator = new HandlerGenerator((method, compilation, diagnostics) => method.Name is "A" ? throw new InvalidOperationException("boom") : Litestar.Generator.Parse.Handlers.HandlerParser.Parse(method, compilation, diagnostics), Emit.HandlerEmitter.Emit);

        var run = Build.Driver(generator).RunGeneratorsAndUpdateCompilation(Build.Bare(Code), out var full, out var said, TestContext.Current.CancellationToken);

        Assert.Empty(said);
        Assert.Equal(["HandlerDescriptions.g.cs", "HandlerTable.g.cs", "Users_B.g.cs"], run.GetRunResult().Results.Single().GeneratedSources.Select(source => source.HintName).Order());
        Assert.DoesNotContain(full.GetDiagnostics(TestContext.Current.CancellationToken), found => found.Severity is Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
    }

    [Fact]
    public void While_writing_the_others_are_written()
    {
        var generator = new HandlerGenerator(Litestar.Generator.Parse.Handlers.HandlerParser.Parse, handler => handler.Display is "Users.A" ? throw new InvalidOperationException("boom\nbang") : Emit.HandlerEmitter.Emit(handler));

        Build.Driver(generator).RunGeneratorsAndUpdateCompilation(Build.Bare(Code), out var full, out var said, TestContext.Current.CancellationToken);

        var failure = Assert.Single(said);
        Assert.StartsWith("Litestar.Net's generator failed on 'Users.A': InvalidOperationException (boom bang) at ", failure.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal("LIT900", failure.Id);
        Assert.DoesNotContain(full.GetDiagnostics(TestContext.Current.CancellationToken), found => found.Severity is Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
    }

    [Fact]
    public void Between_reading_and_writing_it_is_an_error() => Fails(handler => handler with { Rules = new([null!]) }, times: 1);

    [Fact]
    public void In_the_table_it_is_an_error() => Fails(handler => handler with { Metadata = new([null!]) }, times: 2);

    private static void Fails(Func<Model.HandlerModel, Model.HandlerModel> spoil, int times)
    {
        var generator = new HandlerGenerator((method, compilation, diagnostics) => spoil(Litestar.Generator.Parse.Handlers.HandlerParser.Parse(method, compilation, diagnostics)!), Emit.HandlerEmitter.Emit);

        var run = Build.Driver(generator).RunGeneratorsAndUpdateCompilation(Build.Bare(Code), out _, out var said, TestContext.Current.CancellationToken);

        Assert.Null(run.GetRunResult().Results.Single().Exception);
        Assert.Equal(times, said.Length);
        Assert.All(said, failure => Assert.Equal(("LIT900", Microsoft.CodeAnalysis.DiagnosticSeverity.Error), (failure.Id, failure.Severity)));
        Assert.All(said, failure => Assert.StartsWith(
            "Litestar.Net's generator failed on the handlers of this assembly: NullReferenceException (", failure.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    [Fact]
    public void The_analyzer_says_it_where_the_handler_stands()
    {
        var analyzer = new Litestar.Generator.Diagnostics.HandlerAnalyzer((method, _, _) => throw new InvalidOperationException("boom"));

        var failures = Build.Analyze(Build.Bare(Code), analyzer);

        Assert.Equal(["LIT900", "LIT900"], failures.Select(failure => failure.Id));
        Assert.StartsWith("Litestar.Net's generator failed on 'A': InvalidOperationException (boom) at ", failures[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
