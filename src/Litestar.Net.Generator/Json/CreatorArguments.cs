using Litestar.Generator.Emit;
using Litestar.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Litestar.Generator.Json;

/// <summary>
/// The values from which System.Text.Json's generator creates an object, <c>new T((int)args[0]) { Name =
/// (string)args[1] }</c>, and their metadata.
/// </summary>
internal sealed class CreatorArguments
{
    private List<(string Type, string Told)> _arguments = [];
    private readonly List<(string Member, string Type, string Told)> _members = [];

    /// <summary>The method with their metadata; null if there are none.</summary>
    public MethodDeclarationSyntax? ParameterMethod { get; private set; }

    public bool HasArguments => _arguments.Count > 0;

    public bool AreNone => _arguments.Count + _members.Count is 0;

    /// <summary>The text after <c>new T</c>.</summary>
    public string Creation
    {
        get
        {
            var arguments = string.Join(", ", _arguments.Select((value, place) => $"({value.Type})args[{place}]"));
            var members = string.Join(", ", _members.Select((value, place) => $"{EmittedNames.Escape(value.Member)} = ({value.Type})args[{_arguments.Count + place}]"));
            return members is "" ? $"({arguments})" : $"({arguments}) {{ {members} }}";
        }
    }

    /// <summary>Their metadata.</summary>
    public string Parameters => string.Join(", ", _arguments.Select(value => value.Told).Concat(_members.Select(value => value.Told)).Select((told, place) => $"new() {{ Position = {place}, {told} }}"));

    /// <summary>Reads them; null if they have an unexpected shape.</summary>
    public static CreatorArguments? Of(ObjectCreationExpressionSyntax creation, CompilationUnitSyntax file)
    {
        var found = new CreatorArguments { ParameterMethod = file.DescendantNodes().OfType<MethodDeclarationSyntax>().FirstOrDefault(method => ToldBy(method) is not null) };
        var told = found.ParameterMethod is { } method ? ToldBy(method)! : [];
        var arguments = creation.ArgumentList?.Arguments.Select(argument => argument.Expression) ?? [];
        var members = creation.Initializer?.Expressions ?? default;
        foreach (var argument in arguments)
        {
            if (Read(argument, told) is not var (type, text))
            {
                return null;
            }

            found._arguments.Add((type, text));
        }

        foreach (var member in members)
        {
            if (member is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax name, Right: var value } || Read(value, told) is not var (type, text))
            {
                return null;
            }

            found._members.Add((name.Identifier.ValueText, type, text));
        }

        return found;
    }

    public bool Sets(string member) => _members.Exists(value => value.Member == member);

    /// <summary>Removes members from the creation.</summary>
    public void Leave(IEnumerable<string> members) => _members.RemoveAll(value => members.Contains(value.Member));

    /// <summary>Adds parameters at the start, for the constructor.</summary>
    public void Construct(IEnumerable<PrimaryConstructorModel> parameters)
    {
        Leave(parameters.Select(parameter => parameter.Property));
        _arguments = [.. parameters.Select(parameter => (parameter.Type, ToldOf(parameter))), .. _arguments];
    }

    private static string ToldOf(PrimaryConstructorModel parameter) =>
        $"Name = {SymbolDisplay.FormatLiteral(parameter.Property, quote: true)}, ParameterType = typeof({parameter.Type}), IsNullable = {(parameter.IsNullable ? "true" : "false")}"
        + (parameter.OrElse is null ? "" : $", HasDefaultValue = true, DefaultValue = ({parameter.Type}){parameter.OrElse}");

    // (string)args[1]
    private static (string Type, string Told)? Read(ExpressionSyntax value, IReadOnlyList<string> told) =>
        value is CastExpressionSyntax { Type: var type, Expression: ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } places } }
        && places[0].Expression is LiteralExpressionSyntax { Token.Value: int place } && place < told.Count
            ? (type.ToString(), told[place])
            : null;

    // The metadata without the position.
    private static IReadOnlyList<string>? ToldBy(MethodDeclarationSyntax method) =>
        method.ExpressionBody?.Expression is ArrayCreationExpressionSyntax { Initializer: { } list } array && array.Type.ElementType.ToString().EndsWith("JsonParameterInfoValues", StringComparison.Ordinal)
            ? [.. list.Expressions.OfType<BaseObjectCreationExpressionSyntax>().Select(parameter => string.Join(", ", parameter.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().Where(value => value.Left.ToString() is not "Position").Select(value => value.ToString()) ?? []))]
            : null;
}
