using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Shop;

[Path("/products")]
public static class Products
{
    /// <summary>Reading begins no transaction: this context is the container's own.</summary>
    [Get]
    public static IAsyncEnumerable<ProductView> List(ShopDb db, [Range(0, int.MaxValue)] int skip = 0, [Range(1, 100)] int take = 20) =>
        db.Products.OrderBy(product => product.Id).Skip(skip).Take(take).Select(product => new ProductView(product.Id, product.Name, product.Price, product.Note, product.Stock)).AsAsyncEnumerable();

    [Get("/{id:int}")]
    public static async Task<ProductView> Find(int id, ShopDb db) => ViewOf(await Loaded(id, db));

    /// <summary>What changes something, in a transaction.</summary>
    [Authorize(Roles = "clerk"), Provide(nameof(Work.Begin))]
    public static class Changes
    {
        [Post]
        public static async Task<Response<ProductView>> Add(NewProduct data, ShopDb db)
        {
            var product = new Product { Name = data.Name, Price = data.Price, Note = data.Note, Stock = data.Stock };
            db.Add(product);

            // The database makes the key now. Without this line the answer would be made before the commit, and say 0.
            await db.SaveChangesAsync();
            return new(ViewOf(product)) { Headers = { Location = $"/products/{product.Id}" } };
        }

        /// <summary>Replaces all of it: what is absent is an error, and null is a value.</summary>
        [Put("/{id:int}")]
        public static async Task<ProductView> Replace(int id, WholeProduct data, ShopDb db)
        {
            var product = await Loaded(id, db);
            (product.Name, product.Price, product.Note, product.Stock) = (data.Name, data.Price, data.Note, data.Stock);
            return ViewOf(product);
        }

        /// <summary>Changes what comes: what is absent stays, and null is a value.</summary>
        [Patch("/{id:int}")]
        public static async Task<ProductView> Change(int id, ProductChange data, ShopDb db)
        {
            var product = await Loaded(id, db);
            product.Name = data.Name ?? product.Name;
            product.Price = data.Price ?? product.Price;
            product.Note = data.HasNote ? data.Note : product.Note;
            return ViewOf(product);
        }
    }

    private static async Task<Product> Loaded(int id, ShopDb db) => await db.Products.FindAsync(id) ?? throw new NotFoundException($"There is no product {id}.");

    private static ProductView ViewOf(Product product) => new(product.Id, product.Name, product.Price, product.Note, product.Stock);
}

public sealed record ProductView(int Id, string Name, decimal Price, string? Note, int Stock);

public sealed record NewProduct([StringLength(40, MinimumLength = 1)] string Name, [Range(0, 1000)] decimal Price, string? Note = null, int Stock = 0);

public sealed class WholeProduct
{
    [StringLength(40, MinimumLength = 1)]
    public required string Name { get; init; }

    [Range(0, 1000)]
    public required decimal Price { get; init; }

    /// <summary>Must come, and may be null.</summary>
    public required string? Note { get; init; }

    public required int Stock { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed class ProductChange
{
    [StringLength(40, MinimumLength = 1)]
    public string? Name { get; set; }

    [Range(0, 1000)]
    public decimal? Price { get; set; }

    /// <summary>Set by the reader only where the member came: so null is told from nothing.</summary>
    public string? Note
    {
        get;
        set
        {
            field = value;
            HasNote = true;
        }
    }

    [JsonIgnore]
    public bool HasNote { get; private set; }
}
