using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Litestar.Generator.Tests.Caching;

/// <summary>An unrelated edit costs nothing; a real one costs the handler it concerns.</summary>
/// <remarks>JSON metadata depends on every member of every type, and so on the whole compilation: it is made by builds only, not while typing.</remarks>
public sealed class CachingTests
{
    private const string Users = """
        record User(int Id, string Name);

        [Path("/users")]
        static class Users
        {
            [Get("/{id}")] public static User Find(int id, int page = 1) => new(id, "Bob");
            [Get, Post] private static User[] List(string? sort) => [];
        }
        """;

    private const string Other = "static class Other { [Get(\"/other\")] public static string Show() => \"\"; static int One() => 1; }";

    public static TheoryData<string, string, string> Unrelated => new()
    {
        { "a method elsewhere", Other, Other.Replace("static int One", "static int Two() => 2; static int One", StringComparison.Ordinal) },
        { "the body of a method elsewhere", Other, Other.Replace("=> 1", "=> 11", StringComparison.Ordinal) },
        { "the body of a handler", Users, Users.Replace("\"Bob\"", "\"Alice\"", StringComparison.Ordinal) },
        { "lines above", Users, "\n\n// A comment\n" + Users },
        { "space within a signature", Users, Users.Replace("int id, int page", "int  id,\n int page", StringComparison.Ordinal) },
        { "a member of an answered type", Users, Users.Replace("string Name", "string Name, int Age = 0", StringComparison.Ordinal) },
        { "a helper beside a handler", Users, Users.Replace("[Get, Post]", "static int Help() => 1; [Get, Post]", StringComparison.Ordinal) },
    };

    public static TheoryData<string, string, string> Related => new()
    {
        { "a parameter's name", "int id", "int number" },
        { "a path", "/{id}", "/{id}/more" },
        { "a default", "page = 1", "page = 2" },
        { "a return type", "static User Find", "static User? Find" },
        { "an attribute beside", "[Get(\"/{id}\")]", "[Obsolete, Get(\"/{id}\")]" },
    };

    [Theory]
    [MemberData(nameof(Unrelated))]
    public void An_unrelated_edit_leaves_every_step_as_it_was(string edit, string before, string after)
    {
        var run = Edit(before, after);

        Assert.All(Tracked(run), step => Assert.All(step.Outputs, output => Assert.True(output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{edit}: {step.Name} was {output.Reason}.")));
        Assert.All(run.TrackedOutputSteps.SelectMany(steps => steps.Value), step => Assert.All(step.Outputs, output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason)));
    }

    [Theory]
    [MemberData(nameof(Related))]
    public void A_real_edit_writes_the_one_handler_anew(string edit, string before, string after)
    {
        var run = Edit(Users, Users.Replace(before, after, StringComparison.Ordinal));

        var files = run.TrackedSteps[HandlerGenerator.FileStep].Single().Outputs;
        Assert.Equal(
            [("Users.Find", IncrementalStepRunReason.Modified)],
            files.Where(file => file.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)).Select(file => (((Model.HandlerModel)file.Value).Display, file.Reason)));
        Assert.Equal(3, files.Length);
        Assert.Equal(IncrementalStepRunReason.Modified, run.TrackedSteps[HandlerGenerator.TableStep].Single().Outputs.Single().Reason);
        Assert.NotEmpty(edit);
    }

    [Fact]
    public void A_new_handler_leaves_those_above_it_as_they_were()
    {
        var run = Edit(Users, Users.Replace("[Get, Post]", "[Get(\"/new\")] static void New() { } [Get, Post]", StringComparison.Ordinal));

        var find = run.TrackedSteps[HandlerGenerator.FileStep].Single().Outputs.Single(file => ((Model.HandlerModel)file.Value).Name is "Find");
        Assert.True(find.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged);
    }

    [Theory]
    [InlineData("the body of a handler", "\"Bob\"", "\"Alice\"", 0)]
    [InlineData("lines above", "record User(", "\n\n// A comment\nrecord User(", 0)]
    [InlineData("space within a signature", "int id, int page", "int  id,\n int page", 0)]
    [InlineData("the body of a method elsewhere", "=> 1;", "=> 11;", 0)]
    [InlineData("a method elsewhere", "static int One", "static int Two() => 2; static int One", 1)]
    [InlineData("a type that nobody names", "record User(", "record Item(int Id); record User(", 0)]
    [InlineData("a parameter's name", "int id", "int number", 1)]
    [InlineData("a verb beside another handler", "[Get, Post]", "[Get, Put]", 1)]
    [InlineData("a member of a type that two handlers name", "string Name", "string Name, int Age = 0", 2)]
    [InlineData("a helper beside two handlers", "[Get, Post]", "static int Help() => 1; [Get, Post]", 2)]
    [InlineData("a global using", "record User(", "global using System.Text; record User(", 3)]
    public void No_handler_is_read_that_says_what_it_said(string edit, string before, string after, int read)
    {
        var count = 0;
        var generator = new HandlerGenerator(
            (method, compilation, diagnostics) =>
            {
                count++;
                return Litestar.Generator.Parse.Handlers.HandlerParser.Parse(method, compilation, diagnostics);
            },
            Emit.HandlerEmitter.Emit);
        var first = Build.Bare($"// file: Users.cs\n{Users}\n// file: Other.cs\n{Other}");
        var typed = first.SyntaxTrees.First(tree => tree.ToString().Contains(before, StringComparison.Ordinal));
        var second = first.ReplaceSyntaxTree(typed, CSharpSyntaxTree.ParseText(typed.ToString().Replace(before, after, StringComparison.Ordinal), Project.Default.Parsing, path: typed.FilePath));
        var driver = Build.Driver(generator, disabled: IncrementalGeneratorOutputKind.Implementation).RunGenerators(first);
        Assert.Equal(3, count);

        count = 0;
        driver.RunGenerators(second);
        Assert.Equal((edit, read), (edit, count));
    }

    private const string Teams = """
        using FluentValidation;
        using Microsoft.AspNetCore.Http;

        record Team(string Name);
        interface IStock;
        record Member(string Name);

        class TeamValidator(IStock stock) : AbstractValidator<Team>
        {
            public int Least => 1;
        }

        static class Teams
        {
            [Get("/teams")] public static string Show([AsParameters] Team team) => team.Name;
            [Post("/teams")] public static string Found(Member member) => member.Name;
        }
        """;

    [Theory]
    [InlineData("the body of a validator", "=> 1", "=> 2")]
    [InlineData("a member of a validator", "public int Least", "public int Most => 3; public int Least")]
    [InlineData("a name that nobody says", "IStock stock", "IStock store")]
    [InlineData("lines above", "record Team(", "\n\n// A comment\nrecord Team(")]
    [InlineData("a class beside that is no validator", "record Member(", "class Other : Attribute; record Member(")]
    public void An_edit_that_is_none_to_validators_leaves_their_table_and_the_handlers(string edit, string before, string after)
    {
        var run = Edit(Teams, Teams.Replace(before, after, StringComparison.Ordinal));

        Assert.All(
            new[] { HandlerGenerator.ValidatorStep, HandlerGenerator.FileStep, HandlerGenerator.TableStep }.SelectMany(name => run.TrackedSteps[name]).SelectMany(step => step.Outputs),
            output => Assert.True(output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{edit}: {output.Value} was {output.Reason}."));
    }

    [Theory]
    [InlineData("what a constructor asks for", "(IStock stock)", "(IStock stock, TimeProvider clock)")]
    [InlineData("a validator's name", "TeamValidator", "OfTeams")]
    public void A_validator_that_is_made_otherwise_writes_the_table_anew_and_no_handler(string edit, string before, string after)
    {
        var run = Edit(Teams, Teams.Replace(before, after, StringComparison.Ordinal));

        Assert.Equal(IncrementalStepRunReason.Modified, run.TrackedSteps[HandlerGenerator.ValidatorStep].Single().Outputs.Single().Reason);
        Assert.All(run.TrackedSteps[HandlerGenerator.FileStep].Single().Outputs, file => Assert.True(file.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, edit));
    }

    [Theory]
    [InlineData("a validator that goes", "class TeamValidator(IStock stock) : AbstractValidator<Team>", "class TeamValidator(IStock stock) : Attribute")]
    [InlineData("a validator of another type", "AbstractValidator<Team>", "AbstractValidator<Member>")]
    public void A_group_that_is_judged_no_more_writes_its_handler_anew_and_no_other(string edit, string before, string after)
    {
        var run = Edit(Teams, Teams.Replace(before, after, StringComparison.Ordinal));

        Assert.Equal(IncrementalStepRunReason.Modified, run.TrackedSteps[HandlerGenerator.ValidatorStep].Single().Outputs.Single().Reason);
        Assert.Equal(
            [("Teams.Show", IncrementalStepRunReason.Modified)],
            run.TrackedSteps[HandlerGenerator.FileStep].Single().Outputs
                .Where(file => file.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
                .Select(file => (((Model.HandlerModel)file.Value).Display, file.Reason)));
        Assert.NotEmpty(edit);
    }

    private static GeneratorRunResult Edit(string before, string after)
    {
        // While typing, the compiler leaves out what only a build needs.
        var driver = Build.Driver(disabled: IncrementalGeneratorOutputKind.Implementation);
        var rest = "\n" + (before == Other ? Users : Other);
        var first = Build.Bare(before + rest);
        var second = first.ReplaceSyntaxTree(first.SyntaxTrees[0], CSharpSyntaxTree.ParseText(after + rest, Project.Default.Parsing, path: "Code.cs"));
        return driver.RunGenerators(first).RunGenerators(second).GetRunResult().Results.Single();
    }

    private static IEnumerable<IncrementalGeneratorRunStep> Tracked(GeneratorRunResult run) =>
        new[] { HandlerGenerator.HandlerStep, HandlerGenerator.FileStep, HandlerGenerator.TableStep }.SelectMany(name => run.TrackedSteps[name]);
}
