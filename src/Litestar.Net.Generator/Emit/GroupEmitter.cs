using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>Emits the creation of groups from their members, and their validation as a whole.</summary>
/// <remarks>
/// A validated group is created as soon as its members are read, so that its faults follow those of its members. Any other is
/// created when nothing can be rejected any more.
/// </remarks>
internal static class GroupEmitter
{
    /// <summary>
    /// Returns true if a group is created and validated while the request is read; a group with a provided value waits
    /// for it.
    /// </summary>
    public static bool IsValidatedAtOnce(ParameterModel group) => group.IsValidated && !group.Leaves.Any(leaf => leaf.Source is ParameterKind.Provided);

    /// <summary>Emits the start-up facts of a validated group: its validators, and its members' names on the wire.</summary>
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

    /// <summary>Emits the creation and validation of a group, if none of its members is faulty.</summary>
    /// <param name="since">The local variable with the number of faults before they were read.</param>
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

    /// <summary>Emits the creation of a group from the read values, after that of its inner groups.</summary>
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

    /// <summary>
    /// Returns the parameters that are read when nothing can be rejected any more: all that no validated group has read
    /// before.
    /// </summary>
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

    // Members of an inner group have the path of their C# names, as in a validator's message.
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
