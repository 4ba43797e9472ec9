using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>
/// Emits the arguments of the functions in one generated method: values of the request, services, providers, each in
/// its turn.
/// </summary>
/// <param name="code">Receives the code.</param>
/// <param name="handler">The handler.</param>
/// <param name="reject">Emits the rejection of the request in this method.</param>
/// <param name="abandon">Emits the end of a method that may run after a failure, if a provider that it needs is what has failed.</param>
internal sealed class FunctionArgumentsEmitter(SourceWriter code, HandlerModel handler, Action reject, Action<FunctionModel>? abandon = null)
{
    private readonly HashSet<string> _made = [];
    private readonly BindingSectionEmitter _binding = new(code, handler);
    private bool _hasBind;

    /// <summary>Begins the method, with all parameters of its functions.</summary>
    public void Begin(IEnumerable<ParameterModel> parameters)
    {
        if (ProvidersOf(parameters).Any(provider => ProviderUsage.IsKept(handler, provider)))
        {
            code.Line("var kept = ProviderLifetime.SharedState<Kept>(context);");
        }
    }

    /// <summary>Emits the values that earlier methods have kept for this one.</summary>
    public void Recall(IEnumerable<FunctionModel> providers)
    {
        foreach (var provider in providers)
        {
            code.Line($"var {EmittedNames.Local(provider.Local)} = {Kept(provider)}.Value;");
            _made.Add(provider.Local);
        }
    }

    /// <summary>Emits the reading of values that can be rejected, and their rejection.</summary>
    /// <param name="alsoRead">The parameters that are read for the report alone.</param>
    public void Read(IReadOnlyList<ParameterModel> parameters, IEnumerable<ParameterModel>? alsoRead = null, bool refuses = true)
    {
        var read = Expanded(parameters.Concat(alsoRead ?? [])).Where(CanReject).ToList();
        Read(read);
        if (refuses && _hasBind)
        {
            Reject();
        }
    }

    /// <summary>Returns true if any value that is read for these can be rejected.</summary>
    public bool Rejects(IEnumerable<ParameterModel> parameters) => Expanded(parameters).Any(CanReject);

    /// <summary>Emits the resolving of services, the calls of providers and the creation of groups.</summary>
    /// <param name="hoisted">True if the providers' locals are already declared.</param>
    public void Make(IReadOnlyList<ParameterModel> parameters, bool hoisted = false)
    {
        Late(Expanded(parameters));
        foreach (var provider in ProvidersOf(parameters))
        {
            Make(provider, hoisted);
        }

        Groups(parameters);
    }

    /// <summary>Returns the providers that must still run for these, each after those that it needs.</summary>
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

    // The provider's own arguments already have an owner.
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

    /// <summary>
    /// Emits the arguments of a method that may run at any time: a value that an earlier method may have made is made
    /// here unless it exists.
    /// </summary>
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

    // The values of other providers that it needs already exist.
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

    // It runs once in a request, and it has run.
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

    // Every parameter of these and of the providers that they need, which come first.
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

        // A group with a provided value is validated only now.
        if (parameters.SelectMany(parameter => parameter.All).Any(group => group.IsValidated && !GroupEmitter.IsValidatedAtOnce(group)))
        {
            Reject();
        }
    }
}
