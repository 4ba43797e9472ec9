using System.ComponentModel.DataAnnotations;
using Litestar.Generated;
using Litestar.Generated.Handlers;
using Litestar.Validation;
using Microsoft.AspNetCore.Http;

namespace Litestar.Tests.Validation;

public record Basket(
    [Required, StringLength(40, MinimumLength = 1)] string Owner,
    [MinLength(1), MaxLength(9)] List<BasketLine> Lines,
    [Range(0.5, 9.5)] double Weight,
    [Range(typeof(decimal), "0", "1")] decimal? Discount,
    [AllowedValues(1, 2, 3)] int Shop,
    [EmailAddress] string? Contact,
    Dictionary<string, BasketLine> Extras);

public record BasketLine([Range(1, 5)] int Count, BasketLine[]? Parts = null);

/// <summary>Where nothing is wrong, being checked costs no memory.</summary>
/// <remarks><c>[RegularExpression]</c> is not among the rules here: .NET makes a match for every text that matches.</remarks>
public sealed class AllocationTests
{
    private static readonly Basket Good = new("Ann", [new(1), new(2, [new(5)])], 1, 0.5m, 2, "a@b", new() { ["x"] = new(3) });

    [Post("/baskets")]
    internal static void Place(Basket basket) => ArgumentNullException.ThrowIfNull(basket);

    [Fact]
    public void The_rules_of_a_good_body_allocate_nothing()
    {
        var context = new DefaultHttpContext();
        var names = new FormWireNames("", []);
        var faults = 0;

        Assert.Equal(0, AllocatedBy(() =>
        {
            var report = new ValidationReport(names, context);
            Litestar_Tests_Validation_Basket_Rules.Check(Good, ref report);
            faults += report.Count;
        }));
        Assert.Equal(0, faults);
    }

    [Fact]
    public async Task Asking_them_of_a_body_that_was_read_allocates_nothing()
    {
        var context = new DefaultHttpContext();
        var checks = ValueValidation<Basket>.Of(new FormWireNames("", []), Litestar_Tests_Validation_Basket_Rules.Check, null)!;

        Assert.Equal(0, AllocatedBy(() => checks.Ask(context, new(BindingResult<Basket>.Of(Good)))));
        Assert.Null((await checks.Ask(context, new(BindingResult<Basket>.Of(Good)))).Faults);
    }

    private static long AllocatedBy(Action action)
    {
        for (var i = 0; i < 100; i++)
        {
            action();
        }

        // The JIT may put a little on the account of whoever runs: the best of several rounds is what the code itself needs.
        return Enumerable.Range(0, 5).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                action();
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
    }
}
