using System.Reflection;
using Litestar.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Tests.Caching;

/// <summary>What the compiler keeps between two keystrokes is plain data: no symbol, no location, nothing that could hide one.</summary>
/// <remarks>It is the declared types that are walked: a value that happens to hold no symbol today proves nothing.</remarks>
public sealed class ShapeTests
{
    [Fact]
    public void The_model_is_made_of_plain_data()
    {
        Assert.Empty(Faults(typeof(HandlerModel)));
        Assert.Empty(Faults(typeof(ValidatorModel)));
    }

    [Fact]
    public void Whatever_flows_through_a_tracked_step_is_made_of_plain_data()
    {
        var run = Build.Of("""
            using System.ComponentModel.DataAnnotations;
            static class Users { [Get("/")] public static string[] Show(int id) => []; [Post("/")] public static void Add(User user) { } }
            record User([Required] string Name);
            class UserValidator : FluentValidation.AbstractValidator<User>;
            """).Run.Results.Single();
        string[] names = [HandlerGenerator.HandlerStep, HandlerGenerator.FileStep, HandlerGenerator.RulesStep, HandlerGenerator.ValidatorStep, HandlerGenerator.TableStep, HandlerGenerator.JsonTypesStep];
        var ours = run.TrackedSteps.Where(steps => names.Contains(steps.Key)).ToList();

        Assert.Equal(names.Length, ours.Count);
        Assert.All(
            ours.SelectMany(steps => steps.Value).SelectMany(step => step.Outputs).Select(output => output.Value.GetType()).Distinct(),
            type => Assert.Empty(Faults(type)));
    }

    /// <summary>What is recalled for as long as a file or a compilation lives must not be what keeps it alive.</summary>
    [Fact]
    public void What_is_recalled_holds_nothing_of_the_compilers()
    {
        var types = typeof(HandlerGenerator).Assembly.GetTypes().Where(type => type.Namespace == typeof(Litestar.Generator.Caching.CompilationOutline).Namespace && !type.Name.Contains('<', StringComparison.Ordinal)).ToList();
        var fields = types.SelectMany(type => type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)).ToList();

        Assert.Contains(typeof(Litestar.Generator.Caching.FileOutline), types);
        Assert.True(IsOfCompiler(typeof(Lazy<SyntaxTree[]>)));
        Assert.Empty(fields.Where(field => !IsWeak(field.FieldType) && !typeof(Delegate).IsAssignableFrom(field.FieldType) && IsOfCompiler(field.FieldType)).Select(field => $"{field.DeclaringType}.{field.Name}"));
        Assert.Equal(3, fields.Count(field => IsWeak(field.FieldType)));
    }

    private static bool IsWeak(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(System.Runtime.CompilerServices.ConditionalWeakTable<,>);

    private static bool IsOfCompiler(Type type) =>
        type.Assembly.GetName().Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) || type.GetGenericArguments().Any(IsOfCompiler) || type.HasElementType && IsOfCompiler(type.GetElementType()!);

    [Theory]
    [InlineData(typeof(object))]
    [InlineData(typeof(ISymbol))]
    [InlineData(typeof(Location))]
    [InlineData(typeof(SyntaxNode))]
    [InlineData(typeof(string[]))]
    [InlineData(typeof(List<string>))]
    [InlineData(typeof(IReadOnlyList<string>))]
    [InlineData(typeof((string, object)))]
    [InlineData(typeof(EquatableArray<Holder>))]
    public void This_test_can_fail(Type type) => Assert.NotEmpty(Faults(type));

    private sealed record Holder(object Any);

    private static List<string> Faults(Type type)
    {
        var faults = new List<string>();
        Walk(type, type.Name, [], faults);
        return faults;
    }

    private static void Walk(Type type, string path, HashSet<Type> seen, List<string> faults)
    {
        if (!seen.Add(type) || type == typeof(string) || type == typeof(int) || type == typeof(bool) || type.IsEnum)
        {
            return;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(EquatableArray<>) || open == typeof(Nullable<>) || open.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal)))
        {
            foreach (var argument in type.GetGenericArguments())
            {
                Walk(argument, $"{path}<{argument.Name}>", seen, faults);
            }

            return;
        }

        // A record of ours: sealed, so that no heir can carry more, and equal by value.
        if (type.Namespace != typeof(HandlerModel).Namespace && type.DeclaringType != typeof(ShapeTests) || !(type.IsSealed || type.IsValueType) || !typeof(IEquatable<>).MakeGenericType(type).IsAssignableFrom(type))
        {
            faults.Add($"{path} is a {type}");
            return;
        }

        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            Walk(field.FieldType, $"{path}.{field.Name}", seen, faults);
        }
    }
}
