using Microsoft.EntityFrameworkCore;

// For every handler of this assembly. A class or a function may have one that is nearer.
[assembly: OnError(nameof(Shop.Errors.SoldOut), Status = 409)]
[assembly: OnError(nameof(Shop.Errors.Duplicate))]

namespace Shop;

public sealed class SoldOutException(string product, int left) : Exception($"There are {left} of {product} left.")
{
    public int Left => left;
}

public static class Errors
{
    public static Shortage SoldOut(SoldOutException error) => new(error.Message, error.Left);

    /// <summary>Comes from the commit, after the handler: the database knows best what is unique.</summary>
    public static IResult? Duplicate(DbUpdateException error) =>
        error.InnerException?.Message.Contains("UNIQUE", StringComparison.Ordinal) is true
            ? throw new ConflictException("There is such a thing already.")
            : null;
}

public sealed record Shortage(string Message, int Left);
