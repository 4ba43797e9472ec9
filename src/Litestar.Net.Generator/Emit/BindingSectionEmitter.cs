using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>Emits the reading of all values that can be rejected, parameter by parameter, each followed by its checks.</summary>
internal sealed class BindingSectionEmitter(SourceWriter code, HandlerModel handler)
{
    private readonly HashSet<string> _locals = [.. handler.All.Select(parameter => EmittedNames.Local(parameter.Name))];
    private bool _hasForm;

    public void Read(ParameterModel parameter)
    {
        var isValidated = GroupEmitter.IsValidatedAtOnce(parameter);
        var since = isValidated || ParameterRulesEmitter.IsCheckedForm(parameter) ? EmittedNames.Unique($"{parameter.Name}_since", _locals) : null;
        if (since is not null)
        {
            code.Line($"var {since} = bind.FaultCount;");
        }

        foreach (var member in parameter.Members)
        {
            Read(member);
        }

        if (isValidated)
        {
            GroupEmitter.Validation(code, parameter, since!);
        }
        else if (parameter.Source is not ParameterKind.Group && ArgumentEmitter.CanReject(parameter))
        {
            Leaf(parameter, since);
        }
    }

    private void Leaf(ParameterModel parameter, string? since)
    {
        if (parameter.IsOfForm && !_hasForm)
        {
            code.Line("var form = bind.ValueOf(await FormRequestBody.Read(context));");
            _hasForm = true;
        }

        code.Line(ArgumentEmitter.Local(parameter));
        if (since is null)
        {
            ParameterRulesEmitter.Check(code, parameter, handler);
        }
        else
        {
            var local = EmittedNames.Local(parameter.Name);
            code.Line($"{local} = bind.ValueOf(await {EmittedNames.Field(parameter.Name)}.Validate(context, form, {local}, bind.FaultCount > {since}));");
        }
    }
}
