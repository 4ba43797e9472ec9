using Litestar.Hosting;

namespace Litestar.CommandLine;

/// <summary>Says why an app cannot start, in sentences rather than stack traces.</summary>
internal static class StartupErrorReport
{
    public static int Tell(Exception exception, Terminal error)
    {
        error.Line(StyledText.Warning("The app could not start."));
        foreach (var cause in CausesOf(exception).DistinctBy(cause => cause.Message))
        {
            error.Line();
            // Those of ours and of the container say all in one sentence; of others the place is worth as much.
            error.Line(StartupErrorMessage.Sentence(cause, isUnderWay: true) ?? (cause is InvalidOperationException ? cause.Message : cause.ToString()));
        }

        return CommandRunner.Failed;
    }

    // What the container finds wrong with services comes all at once.
    private static IEnumerable<Exception> CausesOf(Exception exception) => exception is AggregateException several ? several.InnerExceptions.SelectMany(CausesOf) : [exception];
}
