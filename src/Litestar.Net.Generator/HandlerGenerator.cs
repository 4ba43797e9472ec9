using Litestar.Generator.Caching;
using Litestar.Generator.Diagnostics;
using Litestar.Generator.Emit;
using Litestar.Generator.Json;
using Litestar.Generator.Model;
using Litestar.Generator.Parse;
using Litestar.Generator.Parse.Handlers;
using Litestar.Generator.Parse.Layers;
using Litestar.Generator.Parse.Parameters;
using Litestar.Generator.Parse.Routes;
using Litestar.Generator.Parse.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Litestar.Generator;

/// <summary>Generates a class for every function with a verb attribute, a table of them, and the JSON metadata of their types.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class HandlerGenerator : IIncrementalGenerator
{
    internal const string HandlerStep = "Handler", FileStep = "File", RulesStep = "Rules", ValidatorStep = "Validators", TableStep = "Table", JsonTypesStep = "JsonTypes";

    private const string Handlers = "the handlers of this assembly", ErrorHandlers = "the error handlers that code of this assembly adds";

    private readonly Func<IMethodSymbol, Compilation, ParseDiagnostics, HandlerModel?> _parse;
    private readonly Func<HandlerModel, string> _emit;

    /// <summary>Creates the generator as the compiler does.</summary>
    public HandlerGenerator() : this(HandlerParser.Parse, HandlerEmitter.Emit)
    {
    }

    internal HandlerGenerator(Func<IMethodSymbol, Compilation, ParseDiagnostics, HandlerModel?> parse, Func<HandlerModel, string> emit)
    {
        _parse = parse;
        _emit = emit;
    }

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var outlines = new OutlineCache();
        var version = context.ParseOptionsProvider.Select(TooOld);
        var all = FindHandlers(context, outlines);
        var allValidators = FindValidators(context, outlines, all);
        // A handler that could not compile is not generated: one diagnostic says more than compiler errors in generated files.
        var found = all.Combine(version).Select(static (both, _) => both.Right is null ? both.Left : default);
        var validators = allValidators.Combine(version).Select(static (both, _) => both.Right is null ? both.Left : default);
        var handlers = found.Combine(validators.Select(ValidatedTypes)).Attempt(context, Handlers, GroupParser.WithValidators);
        var table = handlers.Combine(AssemblyName(context)).WithTrackingName(TableStep);
        var errorCalls = FindErrorCalls(context).Combine(version).Select(static (both, _) => both.Right is null ? both.Left : default);
        var errorHandlers = errorCalls.Select(ErrorHandlersOf).Combine(validators.Select(ValidatedTypes)).Attempt(context, ErrorHandlers, GroupParser.WithValidators);
        var jsonTypes = handlers.Combine(errorCalls.Select(ErrorValuesOf)).Select(TypesOf).WithTrackingName(JsonTypesStep);
        var rules = handlers.Combine(errorHandlers).Attempt(context, "the rules of this assembly", RulesOf);

        context.RegisterSourceOutput(all.Select(static (handlers, _) => handlers.Count).Combine(allValidators.Select(static (validators, _) => validators.Count)).Combine(version), ReportTooOld);
        context.RegisterSourceOutput(handlers.SelectMany(static (all, _) => all).WithTrackingName(FileStep), EmitHandler);
        context.RegisterSourceOutput(errorHandlers.SelectMany(static (all, _) => all), EmitHandler);
        context.RegisterSourceOutput(errorHandlers, EmitErrorTable);
        context.RegisterSourceOutput(rules.SelectMany(static (all, _) => all).WithTrackingName(RulesStep), EmitRules);
        context.RegisterSourceOutput(table, EmitTable);
        context.RegisterSourceOutput(validators.WithTrackingName(ValidatorStep), EmitValidators);
        context.RegisterImplementationSourceOutput(jsonTypes.Combine(handlers.Select(CertainTypesOf)).Combine(context.CompilationProvider), JsonComposer.Emit);
    }

    private static string? TooOld(ParseOptions options, CancellationToken _) =>
        options is CSharpParseOptions { LanguageVersion: < LanguageVersion.CSharp12 and var version } ? version.ToDisplayString() : null;

    private static void ReportTooOld(SourceProductionContext context, ((int Handlers, int Validators) Found, string? Version) project)
    {
        if (project is { Version: not null, Found: not (0, 0) })
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.OldLanguage, null, project.Version));
        }
    }

    private IncrementalValueProvider<EquatableArray<HandlerModel>> FindHandlers(IncrementalGeneratorInitializationContext context, OutlineCache outlines)
    {
        var memory = new ModelCache<OrderedHandler>(outlines, static (index, piece) => piece.Functions.Where(index.MayBeHandler), ReadHandler);
        return context.CompilationProvider
            .Attempt(context, Handlers, (compilation, cancellation) => new EquatableArray<OrderedHandler>([.. memory.Of(compilation, cancellation)]))
            .WithTrackingName(HandlerStep)
            .Attempt(context, Handlers, static (found, _) => new EquatableArray<HandlerModel>([.. Apart(Named(found.OrderBy(one => one.Verb).Select(one => one.Handler)))]));
    }

    // A call that fails here fails in ErrorHandlerAnalyzer as well, which has a location for it.
    private static IncrementalValueProvider<EquatableArray<ErrorCallModel>> FindErrorCalls(IncrementalGeneratorInitializationContext context) => context.SyntaxProvider
        .CreateSyntaxProvider(static (node, _) => ErrorFunctions.MayBe(node), static (found, cancellation) =>
        {
            var call = (InvocationExpressionSyntax)found.Node;
            try
            {
                return new ErrorCallModel(ErrorFunctions.Parse(call, found.SemanticModel, new ParseDiagnostics(), cancellation), new([.. ErrorHandlerResults.TypesOf(call, found.SemanticModel, cancellation)]));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                return new ErrorCallModel(null, default);
            }
        })
        .Collect()
        .Select(static (calls, _) => new EquatableArray<ErrorCallModel>([.. calls]));

    // The same function may be passed twice.
    private static EquatableArray<HandlerModel> ErrorHandlersOf(EquatableArray<ErrorCallModel> calls, CancellationToken _) =>
        new([.. calls.Select(call => call.Function).OfType<HandlerModel>().GroupBy(function => function.ClassName).Select(same => same.First())]);

    private static EquatableArray<string> ErrorValuesOf(EquatableArray<ErrorCallModel> calls, CancellationToken _) =>
        new([.. calls.SelectMany(call => call.Values.Concat(call.Function?.JsonTypes ?? default)).Distinct()]);

    // An assembly without handlers may have validators for those of another, which cannot access the internal ones.
    private static IncrementalValueProvider<EquatableArray<ValidatorModel>> FindValidators(
        IncrementalGeneratorInitializationContext context, OutlineCache outlines, IncrementalValueProvider<EquatableArray<HandlerModel>> handlers)
    {
        var memory = new ModelCache<ValidatorModel>(outlines, static (_, piece) => piece.Classes, ReadValidator);
        var own = context.CompilationProvider
            .Attempt(context, "the validators of this assembly", (compilation, cancellation) => new EquatableArray<ValidatorModel>([.. memory.Of(compilation, cancellation).Distinct()]));
        var referenced = context.CompilationProvider.Attempt(context, "the validators of the referenced assemblies", ReferencedValidators.Of);
        var serves = handlers.Select(static (all, _) => all.Count > 0);
        return own.Combine(referenced.Combine(serves)).Select(static (found, _) => found.Right.Right ? new EquatableArray<ValidatorModel>([.. found.Left, .. found.Right.Left]) : found.Left);
    }

    // The handlers need only the types that have a validator.
    private static EquatableArray<string> ValidatedTypes(EquatableArray<ValidatorModel> validators, CancellationToken _) =>
        new([.. validators.Select(validator => validator.Validated).Distinct().OrderBy(type => type, StringComparer.Ordinal)]);

    private CachedModel<OrderedHandler> ReadHandler(SyntaxNode node, SemanticModel semantics, CancellationToken cancellation)
    {
        if (semantics.GetDeclaredSymbol(node, cancellation) is not IMethodSymbol { PartialDefinitionPart: null } method || VerbAttributes.PlaceOf(method) is not { } verb)
        {
            return new(null);
        }

        var diagnostics = new ParseDiagnostics();
        try
        {
            var handler = _parse(method, semantics.Compilation, diagnostics);
            return new(handler is null ? null : new(verb, handler), IsLasting: !diagnostics.IsUncacheable);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // HandlerAnalyzer finds the same fault and has a location for it; the other handlers are generated.
            return new(null, IsLasting: false);
        }
    }

    private static CachedModel<ValidatorModel> ReadValidator(SyntaxNode node, SemanticModel semantics, CancellationToken cancellation) =>
        new(semantics.GetDeclaredSymbol(node, cancellation) is INamedTypeSymbol type ? ValidatorParser.Parse(type) : null);

    // A.B_C and A_B.C would be one class, and the compiler treats two file names that differ in case as one.
    private static IEnumerable<HandlerModel> Apart(IEnumerable<HandlerModel> all)
    {
        var found = all.ToList();
        var names = new HashSet<string>(found.SelectMany(handler => handler.Rules).Select(rules => rules.ClassName), StringComparer.OrdinalIgnoreCase);
        foreach (var handler in found)
        {
            var name = handler.ClassName;
            for (var i = 2; !names.Add(name); i++)
            {
                name = $"{handler.ClassName}_{i}";
            }

            yield return handler.ClassName == name ? handler : handler with { ClassName = name };
        }
    }

    // Short names are for people. If two are equal, the outer classes are added, and then the namespace.
    private static List<HandlerModel> Named(IEnumerable<HandlerModel> all)
    {
        var found = all.ToList();
        foreach (var name in new Func<HandlerModel, string>[] { handler => NameBelow(handler, handler.DeclaringType.LastIndexOf('.') + 1), handler => NameBelow(handler, 0) })
        {
            var alike = new HashSet<string>(found.GroupBy(handler => handler.Display).Where(same => same.Select(handler => handler.DeclaringType).Distinct().Skip(1).Any()).Select(same => same.Key), StringComparer.Ordinal);
            found = alike.Count is 0 ? found : [.. found.Select(handler => alike.Contains(handler.Display) ? handler.Named(name(handler)) : handler)];
        }

        return found;
    }

    private static string NameBelow(HandlerModel handler, int start) => $"{handler.DeclaringType.Substring(start).Replace('+', '.')}.{handler.Display.Substring(handler.Display.LastIndexOf('.') + 1)}";

    private static IncrementalValueProvider<string> AssemblyName(IncrementalGeneratorInitializationContext context) =>
        context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName ?? "");

    private static EquatableArray<string> TypesOf((EquatableArray<HandlerModel> Handlers, EquatableArray<string> ErrorValues) found, CancellationToken _) =>
        new([.. found.Handlers.SelectMany(handler => handler.JsonTypes).Concat(found.ErrorValues).Distinct().OrderBy(type => type, StringComparer.Ordinal)]);

    // The types that cannot be services, whatever the container contains.
    private static EquatableArray<string> CertainTypesOf(EquatableArray<HandlerModel> handlers, CancellationToken _) => new([.. handlers
        .SelectMany(handler => handler.JsonTypes
            .Except(handler.Parameters.SelectMany(parameter => parameter.Leaves).Where(leaf => leaf.Source is ParameterKind.ServiceOrBody).Select(leaf => leaf.Json))
            .OfType<string>()
            .Concat(handler.Result.Kind.JsonTypes is JsonTypesOfResult.Value ? [handler.Result.Clr] : []))
        .Distinct()
        .OrderBy(type => type, StringComparer.Ordinal)]);

    // Classes may differ in case alone, their files may not: those get a name that does not depend on other classes.
    private static EquatableArray<RulesFile> RulesOf((EquatableArray<HandlerModel> Handlers, EquatableArray<HandlerModel> ErrorHandlers) found, CancellationToken _) => new([.. found.Handlers
        .Concat(found.ErrorHandlers)
        .SelectMany(handler => handler.Rules)
        .GroupBy(rules => rules.ClassName, StringComparer.Ordinal)
        .Select(same => same.First())
        .GroupBy(rules => rules.ClassName, StringComparer.OrdinalIgnoreCase)
        .SelectMany(alike => alike.Select(rules => new RulesFile(alike.Skip(1).Any() ? $"{rules.ClassName}.{RuleClassNames.Hash(rules.ClassName):x8}.g.cs" : $"{rules.ClassName}.g.cs", rules)))]);

    private static void EmitRules(SourceProductionContext context, RulesFile file) =>
        ExceptionReporting.Report(context, $"the rules of '{file.Rules.Display}'", () => context.AddSource(file.Name, RuleClassEmitter.Emit(file.Rules)));

    private void EmitHandler(SourceProductionContext context, HandlerModel handler)
    {
        try
        {
            context.AddSource($"{handler.ClassName}.g.cs", _emit(handler));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.GeneratorFailure, null, $"'{handler.Display}'", ExceptionText.Of(exception)));
            context.AddSource($"{handler.ClassName}.g.cs", HandlerEmitter.EmitAbsent(handler));
        }
    }

    private static void EmitValidators(SourceProductionContext context, EquatableArray<ValidatorModel> validators)
    {
        if (validators.Any(validator => validator.IsMakeable))
        {
            ExceptionReporting.Report(context, "the validators of this assembly", () =>
                context.AddSource("ValidatorTable.g.cs", ValidatorsEmitter.Emit(validators.Where(validator => validator.IsMakeable))));
        }
    }

    private static void EmitErrorTable(SourceProductionContext context, EquatableArray<HandlerModel> functions)
    {
        if (functions.Count > 0)
        {
            ExceptionReporting.Report(context, ErrorHandlers, () => context.AddSource("ErrorHandlerTable.g.cs", ErrorTableEmitter.Emit(functions)));
        }
    }

    private static void EmitTable(SourceProductionContext context, (EquatableArray<HandlerModel> Handlers, string Assembly) table)
    {
        if (table.Handlers.Count > 0)
        {
            ExceptionReporting.Report(context, Handlers, () => context.AddSource("HandlerTable.g.cs", RegistryEmitter.Emit(table.Assembly, table.Handlers)));
            ExceptionReporting.Report(context, Handlers, () => context.AddSource("HandlerDescriptions.g.cs", DescriptionsEmitter.Emit(table.Handlers)));
        }
    }
}
