using Litestar.Generator.Diagnostics;
using Litestar.Generator.Model;
using Litestar.Generator.Parse.Handlers;
using Litestar.Generator.Parse.Layers;
using Litestar.Generator.Parse.Parameters;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>Collects what is wrong with a handler while it is parsed. The generator keeps none of it: only the analyzer reports.</summary>
internal sealed class ParseDiagnostics
{
    private readonly List<Diagnostic> _found = [];

    /// <summary>Whether code for this handler would not compile or not work.</summary>
    public bool AreFatal => _found.Exists(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Whether the model says what may change while all it depends on by name stays as it is: see <see cref="Uncacheable"/>.</summary>
    public bool IsUncacheable { get; private set; }

    public void MarkUncacheable(bool isSo) => IsUncacheable |= isSo;

    public int Count => _found.Count;

    /// <summary>Values whose source no attribute names, and which the client sends therefore.</summary>
    public List<UnmarkedValue> Unmarked { get; } = [];

    /// <summary>The providers that anything on the way of the handler asks for.</summary>
    public List<LayerFunction> UsedProviders { get; } = [];

    public void ForEach(Action<Diagnostic> report) => _found.ForEach(report);

    public void Add(DiagnosticDescriptor descriptor, Location? location, params object[] arguments) =>
        _found.Add(Diagnostic.Create(descriptor, location, arguments));

    /// <summary>The same, with what its code fix needs to know.</summary>
    public void Add(DiagnosticDescriptor descriptor, Location? location, DiagnosticProperties clues, params object[] arguments) =>
        _found.Add(Diagnostic.Create(descriptor, location, clues.Places, clues.Properties, arguments));
}

/// <summary>A value whose source no attribute names, and which the client sends therefore.</summary>
/// <param name="Target">The value.</param>
/// <param name="Place">The function that asks for it.</param>
/// <param name="Source">The body or the query.</param>
internal sealed record UnmarkedValue(BindingTarget Target, BindingContext Place, ParameterKind Source);
