using Microsoft.EntityFrameworkCore;

namespace Shop;

public sealed class ShopDb(DbContextOptions<ShopDb> options) : DbContext(options)
{
    public DbSet<Product> Products => Set<Product>();

    public DbSet<Order> Orders => Set<Order>();

    protected override void OnModelCreating(ModelBuilder model) => model.Entity<Product>().HasIndex(product => product.Name).IsUnique();
}

public sealed class Product
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public decimal Price { get; set; }

    public string? Note { get; set; }

    public int Stock { get; set; }
}

public sealed class Order
{
    public int Id { get; set; }

    public required string Customer { get; set; }

    public required Product Product { get; set; }

    public int Quantity { get; set; }
}
