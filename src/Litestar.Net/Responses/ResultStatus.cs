using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Litestar.Responses;

/// <summary>Finds the status that an ASP.NET Core result will set, if it can be known.</summary>
internal static class ResultStatus
{
    public static int? Of(IResult? result) => result switch
    {
        INestedHttpResult { Result: var inner } => Of(inner),
        IStatusCodeHttpResult { StatusCode: var status } => status,
        RedirectHttpResult redirect => OfRedirect(redirect.Permanent, redirect.PreserveMethod),
        RedirectToRouteHttpResult redirect => OfRedirect(redirect.Permanent, redirect.PreserveMethod),
        _ => null,
    };

    private static int OfRedirect(bool isPermanent, bool preservesMethod) => (isPermanent, preservesMethod) switch
    {
        (false, false) => StatusCodes.Status302Found,
        (true, false) => StatusCodes.Status301MovedPermanently,
        (false, true) => StatusCodes.Status307TemporaryRedirect,
        (true, true) => StatusCodes.Status308PermanentRedirect,
    };
}
