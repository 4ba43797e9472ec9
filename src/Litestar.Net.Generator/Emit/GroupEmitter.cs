using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>Writes how groups are made of their members, and asked as a whole where somebody judges them.</summary>
/// <remarks>
/// A group that is judged is made as soon as its members are read, so that what is wrong with it stands behind what is wrong with them;
/// any other is made once nothing can be refused any more.
/// </remarks>
internal static class GroupEmitter
{
    /// <summary>Whether a group is made and judged while the request is read: one that holds what a provider makes waits for it.</summary>
    public static bool IsValidatedAtOnce(ParameterModel group) => group.IsValidated && !group.Leaves.Any(leaf => leaf.Source is ParameterKind.Provided);

    /// <summary>What the app finds out of a judged group at start-up: who judges it, and its members' names on the wire.</summary>
    public static void Field(SourceWriter code, ParameterModel group)
    {
        var rules = ParameterRulesEmitter.HasFunction(group) ? ParameterRulesEmitter.FunctionOf(group) : "null";
        code.Line($"private readonly GroupValidation<{group.Value}> {EmittedNames.Field(group.Name)} = setup.GroupValidation<{group.Value}>({CSharpLiteral.Quote(group.Name)}, {rules},");
        code.Line("[");
        foreach (var member in MembersOf(group, ""))
        {
            code.Line($"    new({member}),");
        }

        code.Line("]);");
    }

    /// <summary>Makes a judged group and asks, where none of its members is at fault.</summary>
    /// <param name="since">The local that holds how much was wrong before they were read.</param>
    public static void Validation(SourceWriter code, ParameterModel group, string since)
    {
        var local = EmittedNames.Local(group.Name);
        code.Line($"var {local} = default({group.Value})!;");
        using (code.Block($"if (bind.FaultCount == {since})"))
        {
            foreach (var member in group.Members)
            {
                Late(code, member);
            }

            ObjectCreationEmitter.Emit(code, local, group.Name, group.Value, [.. group.Members], isDeclared: true);
            code.Line($"{local} = bind.ValueOf(await {EmittedNames.Field(group.Name)}.Validate(context, {local}));");
        }
    }

    /// <summary>Makes a group of what was read, and the groups within it before it.</summary>
    public static void Creation(SourceWriter code, ParameterModel group)
    {
        if (group.Source is not ParameterKind.Group || IsValidatedAtOnce(group))
        {
            return;
        }

        foreach (var member in group.Members)
        {
            Creation(code, member);
        }

        ObjectCreationEmitter.Emit(code, EmittedNames.Local(group.Name), group.Name, group.Value, [.. group.Members]);
        if (group.IsValidated)
        {
            code.Line($"{EmittedNames.Local(group.Name)} = bind.ValueOf(await {EmittedNames.Field(group.Name)}.Validate(context, {EmittedNames.Local(group.Name)}));");
        }
    }

    /// <summary>What is read when nothing can be refused any more: all that no judged group has asked for before.</summary>
    public static IEnumerable<ParameterModel> LateLeaves(ParameterModel parameter) =>
        IsValidatedAtOnce(parameter) ? []
        : parameter.Source is ParameterKind.Group ? parameter.Members.SelectMany(LateLeaves)
        : ArgumentEmitter.IsAtHand(parameter) || ArgumentEmitter.CanReject(parameter) ? []
        : [parameter];

    private static void Late(SourceWriter code, ParameterModel member)
    {
        foreach (var leaf in LateLeaves(member))
        {
            code.Line(ArgumentEmitter.Local(leaf));
        }

        Creation(code, member);
    }

    // Members of a group within bear the path of their C# names, as a judge says it.
    private static IEnumerable<string> MembersOf(ParameterModel group, string path) => group.Members.SelectMany(member =>
    {
        var place = path + member.Setting!.Member;
        var name = CSharpLiteral.Quote(member.WireName);
        return member.Source switch
        {
            ParameterKind.Group => MembersOf(member, place + "."),
            ParameterKind.Route or ParameterKind.Query or ParameterKind.Header or ParameterKind.Cookie => [$"{CSharpLiteral.Quote(place)}, RequestSource.{member.Source}, {name}"],
            ParameterKind.Form or ParameterKind.File or ParameterKind.FormObject => [$"{CSharpLiteral.Quote(place)}, RequestSource.Form, {name}"],
            ParameterKind.Body or ParameterKind.ServiceOrBody => [$"{CSharpLiteral.Quote(place)}, RequestSource.Body, \"\", typeof({member.Value.TrimEnd('?')})"],
            _ => (IEnumerable<string>)[],
        };
    });
}
