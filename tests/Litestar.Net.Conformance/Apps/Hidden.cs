using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace Litestar.Conformance.Apps.Hidden;

public record Request(string Name, int N = 1);

public record struct Rs(int N);

public readonly record struct Sized(int N);

public record Holder(Rs One);

public record Wrapped(string Text);

public sealed class WrappedList : List<Wrapped>;

/// <summary>Validators that nobody but their class knows, and those of structs that may be missing.</summary>
[Path("/hidden")]
public static class Validated
{
    [Post("/request")] public static string Ask(Request request) => request.Name;
    [Post("/form/request")] public static string AskForm([FromForm] Request request) => request.Name;
    [Get("/group/request")] public static string AskGroup([Microsoft.AspNetCore.Http.AsParameters] Request request) => request.Name;
    [Post("/one")] public static string One([FromBody] Rs data) => $"{data.N}";
    [Post("/maybe")] public static string Maybe([FromBody] Rs? data) => $"{data?.N ?? -1}";
    [Post("/list")] public static string List([FromBody] List<Rs?> data) => $"{data.Count}";
    [Post("/array")] public static string Array([FromBody] Rs?[] data) => $"{data.Length}";
    [Post("/map")] public static string Map([FromBody] Dictionary<string, Rs?> data) => $"{data.Count}";
    [Post("/lists")] public static string Lists([FromBody] List<List<Rs>> data) => $"{data.Count}";
    [Post("/maps")] public static string Maps([FromBody] Dictionary<int, Rs[]> data) => $"{data.Count}";
    [Post("/own")] public static string Own([FromBody] WrappedList data) => $"{data.Count}";
    [Post("/read-only")] public static string ReadOnly([FromBody] IReadOnlyDictionary<string, Wrapped> data) => $"{data.Count}";
    [Post("/form/one")] public static string OneForm([FromForm] Rs data) => $"{data.N}";
    [Post("/form/maybe")] public static string MaybeForm([FromForm] Rs? data) => $"{data?.N ?? -1}";
    [Post("/form/list")] public static string ListForm([FromForm(Name = "r")] List<Rs> data) => $"{data.Count}";

    private class RequestValidator : AbstractValidator<Request>
    {
        public RequestValidator(IClock clock) => RuleFor(request => request.Name).NotEqual(clock.Now).WithMessage("Not now.");
    }

    internal sealed class Closed : AbstractValidator<Request>
    {
        private Closed() => RuleFor(request => request.N).NotEqual(13).WithMessage("Not 13.");
    }

    private static class Deep
    {
        internal class RsValidator : AbstractValidator<Rs>
        {
            public RsValidator() => RuleFor(one => one.N).GreaterThan(0).WithMessage("Too small.");
        }
    }

    private sealed class WrappedValidator : AbstractValidator<Wrapped>
    {
        public WrappedValidator() => RuleFor(one => one.Text).NotEmpty().WithMessage("Empty.");
    }
}
