using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>What the functions of one stage need before they are called: values of the request, services, providers, each in its turn.</summary>
/// <param name="code">Where it is written.</param>
/// <param name="handler">The handler.</param>
/// <param name="reject">Writes how this stage turns a request back.</param>
/// <param name="abandon">Writes how a stage ends that may come after a failure, where a provider that it asks for is what has failed.</param>
internal sealed class FunctionArgumentsEmitter(SourceWriter code, HandlerModel handler, Action reject, Action<FunctionModel>? abandon = null)
{
    private readonly HashSet<string> _made = [];
    private readonly BindingSectionEmitter _binding = new(code, handler);
    private bool _hasBind;

    /// <summary>Comes first, and is told all that the stage asks for.</summary>
    public void Begin(IEnumerable<ParameterModel> parameters)
    {
        if (ProvidersOf(parameters).Any(provider => ProviderUsage.IsKept(handler, provider)))
        {
            code.Line("var kept = ProviderLifetime.SharedState<Kept>(context);");
        }
    }

    /// <summary>Values that the stages before this one have kept for it.</summary>
    public void Recall(IEnumerable<FunctionModel> providers)
    {
        foreach (var provider in providers)
        {
            code.Line($"var {EmittedNames.Local(provider.Local)} = {Kept(provider)}.Value;");
            _made.Add(provider.Local);
        }
    }

    /// <summary>Reads what can be refused, and refuses it.</summary>
    /// <param name="alsoRead">What is read for the report alone.</param>
    public void Read(IReadOnlyList<ParameterModel> parameters, IEnumerable<ParameterModel>? alsoRead = null, bool refuses = true)
    {
        var read = Expanded(parameters.Concat(alsoRead ?? [])).Where(CanReject).ToList();
        Read(read);
        if (refuses && _hasBind)
        {
            Reject();
        }
    }

    /// <summary>Whether anything that is read for these can be refused.</summary>
    public bool Rejects(IEnumerable<ParameterModel> parameters) => Expanded(parameters).Any(CanReject);

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
        foreach (var asked in parameters.SelectMany(parameter => parameter.Leaves).Where(leaf => leaf.Source is ParameterKind.Provided && !_made.Contains(leaf.Expression)))
        {
            var provider = handler.Layers.Providers.Single(provider => provider.Local == asked.Expression);
            found.AddRange([.. ProvidersOf(provider.Parameters), provider]);
        }

        return [.. found.Distinct()];
    }

    private void Make(FunctionModel provider, bool hoisted)
    {
        var local = EmittedNames.Local(provider.Local);
        code.Line(SourceWriter.Comment($"// provide {provider.Display} of {provider.Layer}"));
        Groups(provider.Parameters);
        var isKept = ProviderUsage.IsKept(handler, provider);
        if (isKept)
        {
            code.Line($"{Kept(provider)}.MarkStarted();");
        }

        code.Line($"{(hoisted ? "" : "var ")}{local} = {Making(provider)};");
        if (isKept)
        {
            code.Line($"{Kept(provider)}.Value = {local};");
        }

        _made.Add(provider.Local);
    }

    private static string Kept(FunctionModel provider) => $"kept.{EmittedNames.Escaped(provider.Local)}";

    // What it was given itself has an owner already.
    private static string Making(FunctionModel provider)
    {
        var call = CallEmitter.Call(provider);
        var value = provider.Outcome is FunctionOutcome.Yield
            ? $"await ProviderLifetime.{(provider.EndsAtYield ? "Start" : "StartCommitting")}(context, {Awaited(provider)}{call}, {CSharpLiteral.Quote(provider.Display)})"
            : $"{Awaited(provider)}{call}";
        var given = string.Join(", ", provider.Parameters.Where(parameter => parameter.Source is ParameterKind.Service or ParameterKind.KeyedService or ParameterKind.Provided).Select(ArgumentEmitter.Argument));
        return provider.IsOwned ? $"ProviderLifetime.DisposeLater(context, {value}{(given.Length > 0 ? $", [{given}]" : "")})" : value;
    }

    private static string Awaited(FunctionModel provider) => provider.IsAwaited ? "await " : "";

    /// <summary>For a stage that may come at any time: what an earlier one may have made is made here unless it has.</summary>
    public void MakeLate(IReadOnlyList<ParameterModel> parameters)
    {
        var providers = ProvidersOf(parameters);
        if (Rejects(parameters))
        {
            BeginBind();
        }

        foreach (var provider in providers)
        {
            if (!ProviderUsage.IsKept(handler, provider))
            {
                MakeAlone(provider, hoisted: false);
                continue;
            }

            code.Line($"var {EmittedNames.Local(provider.Local)} = {Kept(provider)}.Value;");
            using (code.Block($"if (!{Kept(provider)}.HasValue)"))
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
        var read = provider.Parameters.Where(CanReject).ToList();
        if (read.Count > 0)
        {
            Read(read);
            Reject();
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
            code.Line($"var bind = new ArgumentBinder(context{(ArgumentEmitter.HasImplied(handler) ? ", _implied" : "")});");
            _hasBind = true;
        }
    }

    private void Reject()
    {
        using var block = code.Block("if (bind.HasFaults)");
        reject();
    }

    // Every parameter of these and of the providers that they ask for, which come first.
    private IReadOnlyList<ParameterModel> Expanded(IEnumerable<ParameterModel> parameters)
    {
        var seen = new HashSet<string>(_made);
        return [.. Expand(parameters)];

        IEnumerable<ParameterModel> Expand(IEnumerable<ParameterModel> some) => some.SelectMany(parameter =>
            parameter.Leaves.Where(leaf => leaf.Source is ParameterKind.Provided && seen.Add(leaf.Expression)).ToList()
                .SelectMany(leaf => Expand(handler.Layers.Providers.Single(provider => provider.Local == leaf.Expression).Parameters))
                .Append(parameter));
    }

    private static bool CanReject(ParameterModel parameter) => parameter.Leaves.Any(ArgumentEmitter.CanReject) || parameter.All.Any(group => group.IsValidated);

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
            code.Line(ArgumentEmitter.Local(leaf));
        }
    }

    private void Groups(IEnumerable<ParameterModel> parameters)
    {
        foreach (var group in parameters)
        {
            GroupEmitter.Creation(code, group);
        }

        // One that holds what a provider makes is judged only now.
        if (parameters.SelectMany(parameter => parameter.All).Any(group => group.IsValidated && !GroupEmitter.IsValidatedAtOnce(group)))
        {
            Reject();
        }
    }
}
