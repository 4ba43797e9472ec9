using Litestar.Hosting;

namespace Litestar.CommandLine;

/// <summary>Prints the reason that an app cannot start, in sentences instead of stack traces.</summary>
internal static class StartupErrorReport
{
    public static int Tell(Exception exception, Terminal error)
    {
        error.Line(StyledText.Warning("The app could not start."));
        foreach (var cause in CausesOf(exception).DistinctBy(cause => cause.Message))
        {
            error.Line();
            // Our messages and those of the container are one full sentence; for others, the place matters as much.
            error.Line(StartupErrorMessage.Sentence(cause, isUnderWay: true) ?? (cause is InvalidOperationException ? cause.Message : cause.ToString()));
        }

        return CommandRunner.Failed;
    }

    // The container reports all faulty services at once.
    private static IEnumerable<Exception> CausesOf(Exception exception) => exception is AggregateException several ? several.InnerExceptions.SelectMany(CausesOf) : [exception];
}
