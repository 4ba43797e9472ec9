using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>What the functions of one stage need before they are called: values of the request, services, providers, each in its turn.</summary>
/// <param name="code">Where it is written.</param>
/// <param name="handler">The handler.</param>
/// <param name="refuse">Writes how this stage turns a request back.</param>
/// <param name="abandon">Writes how a stage ends that may come after a failure, where a provider that it asks for is what has failed.</param>
internal sealed class StageText(CodeText code, HandlerModel handler, Action refuse, Action<FunctionModel>? abandon = null)
{
    private readonly HashSet<string> _made = [];
    private readonly BindingEmitter _binding = new(code, handler);
    private bool _hasBind;

    /// <summary>Comes first, and is told all that the stage asks for.</summary>
    public void Begin(IEnumerable<ParameterModel> parameters)
    {
        if (ProvidersOf(parameters).Any(provider => Stages.IsKept(handler, provider)))
        {
            code.Line("var kept = Provided.Kept<Kept>(context);");
        }
    }

    /// <summary>Values that the stages before this one have kept for it.</summary>
    public void Recall(IEnumerable<FunctionModel> providers)
    {
        foreach (var provider in providers)
        {
            code.Line($"var {Names.Local(provider.Local)} = {Kept(provider)}.Value;");
            _made.Add(provider.Local);
        }
    }

    /// <summary>Reads what can be refused, and refuses it.</summary>
    /// <param name="alsoRead">What is read for the report alone.</param>
    public void Read(IReadOnlyList<ParameterModel> parameters, IEnumerable<ParameterModel>? alsoRead = null, bool refuses = true)
    {
        var read = Expanded(parameters.Concat(alsoRead ?? [])).Where(CanRefuse).ToList();
        Read(read);
        if (refuses && _hasBind)
        {
            Refuse();
        }
    }

    /// <summary>Whether anything that is read for these can be refused.</summary>
    public bool Refuses(IEnumerable<ParameterModel> parameters) => Expanded(parameters).Any(CanRefuse);

    /// <summary>Takes services, runs providers and makes groups.</summary>
    /// <param name="hoisted">Whether the providers' locals are declared already.</param>
    public void Make(IReadOnlyList<ParameterModel> parameters, bool hoisted = false)
    {
        Late(Expanded(parameters));
        foreach (var provider in ProvidersOf(parameters))
        {
            Make(provider, hoisted);
        }

        Groups(parameters);
    }

    /// <summary>The providers that are yet to be made for these, each behind those that it asks for.</summary>
    public IReadOnlyList<FunctionModel> ProvidersOf(IEnumerable<ParameterModel> parameters)
    {
        var found = new List<FunctionModel>();
        foreach (var asked in parameters.SelectMany(parameter => parameter.Leaves).Where(leaf => leaf.Source is Source.Provided && !_made.Contains(leaf.Expression)))
        {
            var provider = handler.Layers.Providers.Single(provider => provider.Local == asked.Expression);
            found.AddRange([.. ProvidersOf(provider.Parameters), provider]);
        }

        return [.. found.Distinct()];
    }

    private void Make(FunctionModel provider, bool hoisted)
    {
        var local = Names.Local(provider.Local);
        code.Line(CodeText.Comment($"// provide {provider.Display} of {provider.Layer}"));
        Groups(provider.Parameters);
        var isKept = Stages.IsKept(handler, provider);
        if (isKept)
        {
            code.Line($"{Kept(provider)}.Begin();");
        }

        code.Line($"{(hoisted ? "" : "var ")}{local} = {Making(provider)};");
        if (isKept)
        {
            code.Line($"{Kept(provider)}.Value = {local};");
        }

        _made.Add(provider.Local);
    }

    private static string Kept(FunctionModel provider) => $"kept.{Names.Escaped(provider.Local)}";

    // What it was given itself has an owner already.
    private static string Making(FunctionModel provider)
    {
        var call = CallEmitter.Call(provider);
        var value = provider.Outcome is Outcome.Yield
            ? $"await Provided.{(provider.EndsAtYield ? "Open" : "Begin")}(context, {Awaited(provider)}{call}, {CodeText.Quote(provider.Display)})"
            : $"{Awaited(provider)}{call}";
        var given = string.Join(", ", provider.Parameters.Where(parameter => parameter.Source is Source.Service or Source.KeyedService or Source.Provided).Select(BindEmitter.Argument));
        return provider.IsOwned ? $"Provided.Own(context, {value}{(given.Length > 0 ? $", [{given}]" : "")})" : value;
    }

    private static string Awaited(FunctionModel provider) => provider.IsAwaited ? "await " : "";

    /// <summary>For a stage that may come at any time: what an earlier one may have made is made here unless it has.</summary>
    public void MakeLate(IReadOnlyList<ParameterModel> parameters)
    {
        var providers = ProvidersOf(parameters);
        if (Refuses(parameters))
        {
            BeginBind();
        }

        foreach (var provider in providers)
        {
            if (!Stages.IsKept(handler, provider))
            {
                MakeAlone(provider, hoisted: false);
                continue;
            }

            code.Line($"var {Names.Local(provider.Local)} = {Kept(provider)}.Value;");
            using (code.Block($"if (!{Kept(provider)}.IsMade)"))
            {
                Abandon(provider);
                MakeAlone(provider, hoisted: true);
            }

            code.Line();
        }
    }

    // What it asks of other providers is made already.
    private void MakeAlone(FunctionModel provider, bool hoisted)
    {
        var read = provider.Parameters.Where(CanRefuse).ToList();
        if (read.Count > 0)
        {
            Read(read);
            Refuse();
        }

        Late(provider.Parameters);
        Make(provider, hoisted);
    }

    // It runs once in a request, and it has.
    private void Abandon(FunctionModel provider)
    {
        if (abandon is not null)
        {
            using (code.Block($"if ({Kept(provider)}.HasFailed)"))
            {
                abandon(provider);
            }

            code.Line();
        }
    }

    private void BeginBind()
    {
        if (!_hasBind)
        {
            code.Line($"var bind = new Bind(context{(BindEmitter.HasImplied(handler) ? ", _implied" : "")});");
            _hasBind = true;
        }
    }

    private void Refuse()
    {
        using var block = code.Block("if (bind.Refused)");
        refuse();
    }

    // Every parameter of these and of the providers that they ask for, which come first.
    private IReadOnlyList<ParameterModel> Expanded(IEnumerable<ParameterModel> parameters)
    {
        var seen = new HashSet<string>(_made);
        return [.. Expand(parameters)];

        IEnumerable<ParameterModel> Expand(IEnumerable<ParameterModel> some) => some.SelectMany(parameter =>
            parameter.Leaves.Where(leaf => leaf.Source is Source.Provided && seen.Add(leaf.Expression)).ToList()
                .SelectMany(leaf => Expand(handler.Layers.Providers.Single(provider => provider.Local == leaf.Expression).Parameters))
                .Append(parameter));
    }

    private static bool CanRefuse(ParameterModel parameter) => parameter.Leaves.Any(BindEmitter.CanRefuse) || parameter.All.Any(group => group.IsJudged);

    private void Read(IReadOnlyList<ParameterModel> parameters)
    {
        if (parameters.Count > 0)
        {
            BeginBind();
        }

        foreach (var parameter in parameters)
        {
            _binding.Read(parameter);
        }
    }

    private void Late(IEnumerable<ParameterModel> parameters)
    {
        foreach (var leaf in parameters.SelectMany(GroupEmitter.LateLeaves))
        {
            code.Line(BindEmitter.Local(leaf));
        }
    }

    private void Groups(IEnumerable<ParameterModel> parameters)
    {
        foreach (var group in parameters)
        {
            GroupEmitter.Made(code, group);
        }

        // One that holds what a provider makes is judged only now.
        if (parameters.SelectMany(parameter => parameter.All).Any(group => group.IsJudged && !GroupEmitter.IsJudgedAtOnce(group)))
        {
            Refuse();
        }
    }
}
