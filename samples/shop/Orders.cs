using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Shop;

[Path("/orders"), Authorize, Provide(nameof(Accounts.Current))]
public static class Orders
{
    /// <summary>The group holds what the client sends and what providers make.</summary>
    [Get]
    public static async Task<IReadOnlyList<OrderView>> List([AsParameters] OrderQuery query) => await query.Db.Orders
        .Where(order => query.Me.IsClerk || order.Customer == query.Me.Name)
        .Where(order => query.Product == null || order.Product.Name == query.Product)
        .OrderBy(order => order.Id)
        .Skip(query.Skip).Take(query.Take)
        .Select(order => new OrderView(order.Id, order.Customer, order.Product.Name, order.Quantity))
        .ToListAsync();

    [Post, Provide(nameof(Work.Begin))]
    public static async Task<OrderView> Place(NewOrder data, Customer me, ShopDb db)
    {
        var product = await db.Products.FindAsync(data.ProductId) ?? throw new NotFoundException($"There is no product {data.ProductId}.");
        product.Stock -= data.Quantity;
        var order = new Order { Customer = me.Name, Product = product, Quantity = data.Quantity };
        db.Add(order);
        await db.SaveChangesAsync();

        // Was saved, and is not kept: what the handler throws rolls the transaction back.
        return product.Stock < 0
            ? throw new SoldOutException(product.Name, product.Stock + data.Quantity)
            : new(order.Id, order.Customer, product.Name, order.Quantity);
    }
}

/// <param name="Me">Made by the provider around the handlers; the client cannot send it.</param>
/// <param name="Db">The container's.</param>
/// <param name="Product">Read from the query, as are the two that follow.</param>
public sealed record OrderQuery(Customer Me, ShopDb Db, string? Product, int Skip = 0, int Take = 20);

public sealed record NewOrder(int ProductId, int Quantity = 1);

public sealed record OrderView(int Id, string Customer, string Product, int Quantity);
