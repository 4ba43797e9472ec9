using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>Writes the reading of all that can be refused, parameter by parameter, and the checks behind each.</summary>
internal sealed class BindingEmitter(CodeText code, HandlerModel handler)
{
    private readonly HashSet<string> _locals = [.. handler.All.Select(parameter => Names.Local(parameter.Name))];
    private bool _hasForm;

    public void Read(ParameterModel parameter)
    {
        var isJudged = GroupEmitter.IsJudgedAtOnce(parameter);
        var since = isJudged || RulesBindEmitter.IsCheckedForm(parameter) ? Names.Unique($"{parameter.Name}_since", _locals) : null;
        if (since is not null)
        {
            code.Line($"var {since} = bind.Count;");
        }

        foreach (var member in parameter.Members)
        {
            Read(member);
        }

        if (isJudged)
        {
            GroupEmitter.Judged(code, parameter, since!);
        }
        else if (parameter.Source is not Source.Group && BindEmitter.CanRefuse(parameter))
        {
            Leaf(parameter, since);
        }
    }

    private void Leaf(ParameterModel parameter, string? since)
    {
        if (parameter.IsOfForm && !_hasForm)
        {
            code.Line("var form = bind.Take(await FormBody.Read(context));");
            _hasForm = true;
        }

        code.Line(BindEmitter.Local(parameter));
        if (since is null)
        {
            RulesBindEmitter.Check(code, parameter, handler);
        }
        else
        {
            var local = Names.Local(parameter.Name);
            code.Line($"{local} = bind.Take(await {Names.Field(parameter.Name)}.Ask(context, form, {local}, bind.Count > {since}));");
        }
    }
}
