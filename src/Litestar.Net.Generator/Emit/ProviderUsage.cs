using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>Finds the methods of a handler that need a provider's value. If several do, the value is shared.</summary>
internal static class ProviderUsage
{
    /// <remarks>Two error handlers may need the same value, and the same one may run again after a second failure.</remarks>
    public static bool IsKept(HandlerModel handler, FunctionModel provider) =>
        Ask(handler, OfErrors(handler), provider)
        || new[] { OfGuards(handler), OfInvoke(handler), OfEarly(handler), OfEnd(handler) }.Count(stage => Ask(handler, stage, provider)) > 1;

    /// <summary>Returns the values that both the guards and the handler need.</summary>
    public static IEnumerable<FunctionModel> Shared(HandlerModel handler) =>
        handler.Layers.Providers.Where(provider => Ask(handler, OfGuards(handler), provider) && Ask(handler, OfInvoke(handler), provider));

    /// <summary>Returns true if a function is a guard, or a provider that a guard needs.</summary>
    public static bool IsOfGuards(HandlerModel handler, FunctionModel function) =>
        handler.Layers.Guards.Contains(function) || (handler.Layers.Guards.Count > 0 && handler.Layers.Providers.Contains(function) && Ask(handler, OfGuards(handler), function));

    private static bool Ask(HandlerModel handler, IEnumerable<ParameterModel> parameters, FunctionModel provider) =>
        parameters.SelectMany(parameter => parameter.Leaves).Where(leaf => leaf.Source is ParameterKind.Provided)
            .Any(leaf => leaf.Expression == provider.Local || Ask(handler, handler.Layers.Providers.Single(other => other.Local == leaf.Expression).Parameters, provider));

    private static IEnumerable<ParameterModel> OfGuards(HandlerModel handler) => handler.Layers.Guards.SelectMany(guard => guard.Parameters);

    private static IEnumerable<ParameterModel> OfInvoke(HandlerModel handler) =>
        (handler.Layers.Before?.Parameters ?? default).Concat(handler.Parameters).Concat(handler.Layers.After?.Parameters ?? default);

    // A hook of a list may respond early, too.
    private static IEnumerable<ParameterModel> OfEarly(HandlerModel handler) => handler.Layers.After?.Parameters ?? default;

    private static IEnumerable<ParameterModel> OfErrors(HandlerModel handler) => handler.Layers.ErrorHandlers.SelectMany(error => error.Parameters);

    private static IEnumerable<ParameterModel> OfEnd(HandlerModel handler) => handler.Layers.AfterResponse?.Parameters ?? default;
}
