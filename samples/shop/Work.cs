namespace Shop;

/// <summary>The unit of work of a request.</summary>
public static class Work
{
    /// <summary>Wraps the container's context in a transaction. What follows the yield runs when the handler has succeeded; a failure rolls back.</summary>
    public static async IAsyncEnumerable<ShopDb> Begin(ShopDb db)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        yield return db;
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }
}
