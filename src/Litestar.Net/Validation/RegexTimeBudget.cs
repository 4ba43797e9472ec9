using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Litestar.Generated;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Litestar.Validation;

/// <summary>Limits the time of patterns in one request. Those that .NET cannot match in linear time share one time limit.</summary>
internal sealed partial class RegexTimeBudget
{
    // A shorter text costs a linear pattern no significant time.
    private const int Short = 1024;

    private static readonly TimeSpan Worth = TimeSpan.FromMilliseconds(1);

    private TimeSpan _spent;

    private bool _isOver;

    /// <summary>Matches a pattern against a value.</summary>
    /// <param name="context">The request.</param>
    /// <param name="rule">The pattern.</param>
    /// <param name="value">The value.</param>
    /// <returns>Null if the time was over before the match, or during it.</returns>
    /// <exception cref="OperationCanceledException">The client has disconnected meanwhile.</exception>
    public static bool? Matches(HttpContext context, RegexRule rule, object? value)
    {
        var text = RegexRule.TextOf(value);
        return string.IsNullOrEmpty(text) || (text.Length < Short && rule.IsLinear)
            ? rule.IsMatch(text)
            : Matches(context, rule, text, static (rule, text, _) => ((RegexRule)rule).IsMatch(text as string), null);
    }

    /// <summary>Checks a user's rule on a value. The rule may match a pattern too.</summary>
    /// <param name="context">The request.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="value">The value.</param>
    /// <param name="asked">The further data that the rule may read.</param>
    /// <param name="result">The error of the rule.</param>
    /// <returns>False if it exceeded the time limit.</returns>
    /// <exception cref="OperationCanceledException">The client has disconnected meanwhile.</exception>
    public static bool TryAsk(HttpContext context, ValidationAttribute rule, object? value, ValidationContext asked, out ValidationResult? result)
    {
        result = null;
        if (rule is RegularExpressionAttribute pattern)
        {
            ValidationResult? found = null;
            var matches = Matches(context, pattern, value, (rule, value, asked) => (found = rule.GetValidationResult(value, asked!)) == ValidationResult.Success, asked);
            result = found;
            return matches is not null;
        }

        try
        {
            result = rule.GetValidationResult(value, asked);
            return true;
        }
        catch (RegexMatchTimeoutException exception)
        {
            Of(context).End(context, exception.Pattern);
            return false;
        }
    }

    /// <summary>Records that a pattern in the user's own code exceeded its time limit.</summary>
    public static void End(HttpContext context, RegexMatchTimeoutException exception) => Of(context).End(context, exception.Pattern);

    private static bool? Matches(HttpContext context, RegularExpressionAttribute rule, object? value, Func<RegularExpressionAttribute, object?, ValidationContext?, bool> match, ValidationContext? asked)
    {
        var limit = rule.MatchTimeoutInMilliseconds is -1 ? TimeSpan.MaxValue : TimeSpan.FromMilliseconds(rule.MatchTimeoutInMilliseconds);
        if (context.Features.Get<RegexTimeBudget>() is { } before && (before._isOver || before._spent >= limit))
        {
            before.End(context, rule.Pattern);
            return null;
        }

        var start = Stopwatch.GetTimestamp();
        try
        {
            var matches = match(rule, value, asked);
            if (Stopwatch.GetElapsedTime(start) is var elapsed && elapsed > Worth)
            {
                Of(context)._spent += elapsed;
                context.RequestAborted.ThrowIfCancellationRequested();
            }

            return matches;
        }
        catch (RegexMatchTimeoutException)
        {
            Of(context).End(context, rule.Pattern);
            context.RequestAborted.ThrowIfCancellationRequested();
            return null;
        }
    }

    private static RegexTimeBudget Of(HttpContext context)
    {
        if (context.Features.Get<RegexTimeBudget>() is not { } time)
        {
            context.Features.Set(time = new());
        }

        return time;
    }

    private void End(HttpContext context, string pattern)
    {
        if (!_isOver)
        {
            _isOver = true;
            LogLate(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Litestar"), context.Request.Method, context.Request.Path, pattern);
        }
    }

    [LoggerMessage(7, LogLevel.Warning, "{Method} {Path} was rejected because the pattern '{Pattern}' took too long on a value. A pattern without lookarounds, backreferences and atomic groups takes time linear in the text.")]
    private static partial void LogLate(ILogger logger, string method, PathString path, string pattern);
}
