using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>Which stages of a handler ask for a provider's value. What more than one asks for is kept between them.</summary>
internal static class Stages
{
    public static bool IsKept(HandlerModel handler, FunctionModel provider) =>
        new[] { OfGuards(handler), OfInvoke(handler), OfEarly(handler), OfErrors(handler), OfEnd(handler) }.Count(stage => Ask(handler, stage, provider)) > 1;

    /// <summary>What the guards have made and the handler asks for too.</summary>
    public static IEnumerable<FunctionModel> Shared(HandlerModel handler) =>
        handler.Layers.Providers.Where(provider => Ask(handler, OfGuards(handler), provider) && Ask(handler, OfInvoke(handler), provider));

    private static bool Ask(HandlerModel handler, IEnumerable<ParameterModel> parameters, FunctionModel provider) =>
        parameters.SelectMany(parameter => parameter.Leaves).Where(leaf => leaf.Source is Source.Provided)
            .Any(leaf => leaf.Expression == provider.Local || Ask(handler, handler.Layers.Providers.Single(other => other.Local == leaf.Expression).Parameters, provider));

    private static IEnumerable<ParameterModel> OfGuards(HandlerModel handler) => handler.Layers.Guards.SelectMany(guard => guard.Parameters);

    private static IEnumerable<ParameterModel> OfInvoke(HandlerModel handler) =>
        (handler.Layers.Before?.Parameters ?? default).Concat(handler.Parameters).Concat(handler.Layers.After?.Parameters ?? default);

    /// <summary>Whether the hook before the handler may answer in its place, and the hook behind it follows.</summary>
    public static bool HasEarlyAnswer(HandlerModel handler) => handler.Layers is { Before.Outcome: Outcome.Result, After: not null };

    private static IEnumerable<ParameterModel> OfEarly(HandlerModel handler) => HasEarlyAnswer(handler) ? handler.Layers.After!.Parameters : [];

    private static IEnumerable<ParameterModel> OfErrors(HandlerModel handler) => handler.Layers.ErrorHandlers.SelectMany(error => error.Parameters);

    private static IEnumerable<ParameterModel> OfEnd(HandlerModel handler) => handler.Layers.AfterResponse?.Parameters ?? default;
}
