using Litestar.Generator.Diagnostics;
using Litestar.Generator.Model;
using Litestar.Generator.Parse.Handlers;
using Litestar.Generator.Parse.Layers;
using Litestar.Generator.Parse.Parameters;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>Collects the faults of a handler while it is parsed. The generator does not keep them: only the analyzer reports.</summary>
internal sealed class ParseDiagnostics
{
    private readonly List<Diagnostic> _found = [];

    /// <summary>True if code for this handler would not compile or not work.</summary>
    public bool AreFatal => _found.Exists(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>
    /// True if the model contains facts that may change while all its named dependencies are unchanged: see
    /// <see cref="Uncacheable"/>.
    /// </summary>
    public bool IsUncacheable { get; private set; }

    public void MarkUncacheable(bool isSo) => IsUncacheable |= isSo;

    public int Count => _found.Count;

    /// <summary>Values without a source attribute, which the client therefore sends.</summary>
    public List<UnmarkedValue> Unmarked { get; } = [];

    /// <summary>The providers that the handler or its layers use.</summary>
    public List<LayerFunction> UsedProviders { get; } = [];

    public void ForEach(Action<Diagnostic> report) => _found.ForEach(report);

    public void Add(DiagnosticDescriptor descriptor, Location? location, params object[] arguments) =>
        _found.Add(Diagnostic.Create(descriptor, location, arguments));

    /// <summary>Adds a diagnostic with the data for its code fix.</summary>
    public void Add(DiagnosticDescriptor descriptor, Location? location, DiagnosticProperties clues, params object[] arguments) =>
        _found.Add(Diagnostic.Create(descriptor, location, clues.Places, clues.Properties, arguments));
}

/// <summary>A value without a source attribute, which the client therefore sends.</summary>
/// <param name="Target">The value.</param>
/// <param name="Place">The function that needs it.</param>
/// <param name="Source">The body or the query.</param>
internal sealed record UnmarkedValue(BindingTarget Target, BindingContext Place, ParameterKind Source);
