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
    public static bool IsJudgedAtOnce(ParameterModel group) => group.IsJudged && !group.Leaves.Any(leaf => leaf.Source is Source.Provided);

    /// <summary>What the app finds out of a judged group at start-up: who judges it, and its members' names on the wire.</summary>
    public static void Field(CodeText code, ParameterModel group)
    {
        var rules = RulesBindEmitter.HasFunction(group) ? RulesBindEmitter.FunctionOf(group) : "null";
        code.Line($"private readonly GroupCheck<{group.Value}> {Names.Field(group.Name)} = setup.GroupCheck<{group.Value}>({CodeText.Quote(group.Name)}, {rules},");
        code.Line("[");
        foreach (var member in MembersOf(group, ""))
        {
            code.Line($"    new({member}),");
        }

        code.Line("]);");
    }

    /// <summary>Makes a judged group and asks, where none of its members is at fault.</summary>
    /// <param name="since">The local that holds how much was wrong before they were read.</param>
    public static void Judged(CodeText code, ParameterModel group, string since)
    {
        var local = Names.Local(group.Name);
        code.Line($"var {local} = default({group.Value})!;");
        using (code.Block($"if (bind.Count == {since})"))
        {
            foreach (var member in group.Members)
            {
                Late(code, member);
            }

            ConstructionEmitter.Emit(code, local, group.Name, group.Value, [.. group.Members], isDeclared: true);
            code.Line($"{local} = bind.Take(await {Names.Field(group.Name)}.Ask(context, {local}));");
        }
    }

    /// <summary>Makes a group of what was read, and the groups within it before it.</summary>
    public static void Made(CodeText code, ParameterModel group)
    {
        if (group.Source is not Source.Group || IsJudgedAtOnce(group))
        {
            return;
        }

        foreach (var member in group.Members)
        {
            Made(code, member);
        }

        ConstructionEmitter.Emit(code, Names.Local(group.Name), group.Name, group.Value, [.. group.Members]);
        if (group.IsJudged)
        {
            code.Line($"{Names.Local(group.Name)} = bind.Take(await {Names.Field(group.Name)}.Ask(context, {Names.Local(group.Name)}));");
        }
    }

    /// <summary>What is read when nothing can be refused any more: all that no judged group has asked for before.</summary>
    public static IEnumerable<ParameterModel> LateLeaves(ParameterModel parameter) =>
        IsJudgedAtOnce(parameter) ? []
        : parameter.Source is Source.Group ? parameter.Members.SelectMany(LateLeaves)
        : BindEmitter.IsAtHand(parameter) || BindEmitter.CanRefuse(parameter) ? []
        : [parameter];

    private static void Late(CodeText code, ParameterModel member)
    {
        foreach (var leaf in LateLeaves(member))
        {
            code.Line(BindEmitter.Local(leaf));
        }

        Made(code, member);
    }

    // Members of a group within bear the path of their C# names, as a judge says it.
    private static IEnumerable<string> MembersOf(ParameterModel group, string path) => group.Members.SelectMany(member =>
    {
        var place = path + member.Setting!.Member;
        var name = CodeText.Quote(member.WireName);
        return member.Source switch
        {
            Source.Group => MembersOf(member, place + "."),
            Source.Route or Source.Query or Source.Header or Source.Cookie => [$"{CodeText.Quote(place)}, RequestSource.{member.Source}, {name}"],
            Source.Form or Source.File or Source.FormObject => [$"{CodeText.Quote(place)}, RequestSource.Form, {name}"],
            Source.Body or Source.ServiceOrBody => [$"{CodeText.Quote(place)}, RequestSource.Body, \"\", typeof({member.Value.TrimEnd('?')})"],
            _ => (IEnumerable<string>)[],
        };
    });
}
