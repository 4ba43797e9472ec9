using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>Emits the creation of an object from its read values.</summary>
internal static class ObjectCreationEmitter
{
    /// <summary>Emits the object as a local variable.</summary>
    /// <param name="scope">The part of a name that separates its accessors.</param>
    /// <param name="isDeclared">True if the local variable is already declared.</param>
    public static void Emit(SourceWriter code, string local, string scope, string type, IReadOnlyList<ParameterModel> members, bool isDeclared = false)
    {
        code.Line($"{(isDeclared ? "" : "var ")}{local} = {Creation(type, members)};");
        foreach (var member in members.Where(member => member.Setting!.IsLate))
        {
            Late(code, local, scope, member);
            code.Line();
        }
    }

    public static string Creation(string type, IReadOnlyList<ParameterModel> members)
    {
        var arguments = string.Join(", ", members.Where(member => member.Setting!.Way is AssignmentKind.Argument).Select(ArgumentEmitter.Argument));
        var initial = string.Join(", ", members.Where(member => member.Setting!.Way is AssignmentKind.Initializer).Select(member => $"{EmittedNames.Escape(member.Setting!.Member)} = {ArgumentEmitter.Argument(member)}"));
        return $"new {type}{(arguments.Length > 0 || initial.Length is 0 ? $"({arguments})" : "")}{(initial.Length > 0 ? $" {{ {initial} }}" : "")}";
    }

    /// <summary>Emits the accessors for members that C# does not allow to assign later.</summary>
    public static void Accessors(SourceWriter code, IEnumerable<ParameterModel> members, string scope)
    {
        foreach (var member in members.Where(member => member.Setting is { Way: AssignmentKind.Accessor }))
        {
            code.Line($"[UnsafeAccessor(UnsafeAccessorKind.Method, Name = {CSharpLiteral.Quote("set_" + member.Setting!.Member)})]");
            code.Line($"private static extern void {Accessor(scope, member)}({member.Setting.Owner} target, {member.Type} value);");
            code.Line();
        }
    }

    // If the value is missing, the member keeps its type's own value.
    private static void Late(SourceWriter code, string local, string scope, ParameterModel member)
    {
        var value = ArgumentEmitter.Argument(member);
        var (came, taken) = member.IsGiven ? ($"{value}.IsGiven", $"{value}.Value") : ($"{value} is not null", value);
        using var block = code.Block($"if ({came})");
        var setting = member.Setting!;
        code.Line(setting.Way is AssignmentKind.Assignment
            ? $"{local}.{EmittedNames.Escape(setting.Member)} = {taken};"
            : $"{Accessor(scope, member)}({(setting.Owner.StartsWith("ref ", StringComparison.Ordinal) ? "ref " : "")}{local}, {taken});");
    }

    private static string Accessor(string scope, ParameterModel member) => $"Set_{scope}_{member.Setting!.Member}";
}
