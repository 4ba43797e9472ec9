using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Litestar.Members;
using Microsoft.CodeAnalysis;

namespace Litestar.Samples.Tests.Docs;

/// <summary>The reference knows every public member, and says something of each. What is public, the runtime's own reflection is asked.</summary>
public sealed partial class MemberTests
{
    private static readonly Library Packages = Library.Load();

    private static readonly Dictionary<string, string> Written = Pages.Write(Packages).ToDictionary(page => page.File, page => page.Text);

    private static readonly Type[] Exported = [.. new[] { typeof(LitestarApp), typeof(TestApp) }.SelectMany(type => type.Assembly.GetExportedTypes()).Where(type => !IsHidden(type) && !IsSeam(type))];

    public static TheoryData<string> Types => [.. Exported.Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_public_type_has_a_page_with_every_member(string name)
    {
        var type = Exported.Single(type => type.FullName == name);
        var page = Written[FileOf(type)];

        Assert.All(Reachable(type), member => Assert.True(Lists(page, type, member), $"{FileOf(type)} does not list {member}."));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_public_member_is_described(string name)
    {
        var type = Packages.Types.Single(type => FileOf(Exported.Single(type => type.FullName == name)) == Pages.FileOf(type));
        var silent = Library.MembersOf(type).Prepend(type).Where(member => string.IsNullOrWhiteSpace(Packages.DocumentationOf(member).Summary?.Value));

        Assert.Empty(silent.Select(member => member.ToDisplayString()));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_parameter_is_described(string name)
    {
        var type = Packages.Types.Single(type => FileOf(Exported.Single(type => type.FullName == name)) == Pages.FileOf(type));
        var silent = Library.MembersOf(type).OfType<IMethodSymbol>().Where(method => method.MethodKind is not MethodKind.UserDefinedOperator)
            .SelectMany(method => method.Parameters.Where(parameter => string.IsNullOrWhiteSpace(Packages.DocumentationOf(method).Parameter(parameter.Name)?.Value))
                .Select(parameter => $"{method.ToDisplayString()}: {parameter.Name}"));

        Assert.Empty(silent);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_property_that_can_be_set_stands_among_the_settings(string name)
    {
        var type = Exported.Single(type => type.FullName == name);
        var settings = Written["settings.md"].Split("\n## ").SingleOrDefault(section => section.StartsWith($"`{type.Name}`", StringComparison.Ordinal)) ?? "";

        Assert.All(
            Reachable(type).OfType<PropertyInfo>().Where(property => property.SetMethod is { IsPublic: true } && type.GetMethod("<Clone>$") is null),
            property => Assert.Contains($"| [`{property.Name}`](", settings));
    }

    [Fact]
    public void What_is_no_API_has_no_page() => Assert.DoesNotContain(Written.Keys, file => file.StartsWith(Library.Seam, StringComparison.Ordinal));

    private static bool IsHidden(MemberInfo member) => member.GetCustomAttribute<EditorBrowsableAttribute>()?.State is EditorBrowsableState.Never;

    private static bool IsSeam(Type type) => $"{type.Namespace}.".StartsWith($"{Library.Seam}.", StringComparison.Ordinal);

    private static string FileOf(Type type) => Packages.Types.Select(Pages.FileOf).Single(file => file == $"{type.Namespace}.{Name(type)}.md");

    private static string Name(Type type) => type.IsNested ? $"{Name(type.DeclaringType!)}.{Own(type)}" : Own(type);

    private static string Own(Type type) => type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`')]}-{string.Join('-', type.GetGenericArguments().Select(argument => argument.Name))}" : type.Name;

    private static IEnumerable<MemberInfo> Reachable(Type type) => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(member => member is not Type && !IsHidden(member) && !member.IsDefined(typeof(CompilerGeneratedAttribute)))
        .Where(member => member is not MethodBase { IsSpecialName: true } method || method.Name.StartsWith("op_", StringComparison.Ordinal))
        .Where(member => member is not FieldInfo { IsSpecialName: true })
        .Where(member => member.Name is not (nameof(ToString) or nameof(Equals) or nameof(GetHashCode) or "Deconstruct"));

    private static bool Lists(string page, Type type, MemberInfo member) => type.IsEnum
        ? page.Contains($"| `{member.Name}` |", StringComparison.Ordinal)
        : Regex.IsMatch(page, $"^### `{(member.Name.StartsWith("op_", StringComparison.Ordinal) ? ".*operator" : Regex.Escape(member.Name))}\\b", RegexOptions.Multiline);
}
