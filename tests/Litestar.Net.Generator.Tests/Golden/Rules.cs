using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

public record Order(
    [Required, StringLength(40)] string Customer,
    [MinLength(1)] List<Line> Lines,
    [Range(typeof(decimal), "0", "0.5")] decimal? Discount = null,
    [EmailAddress] [property: JsonPropertyName("e-mail")] string? Email = null,
    Address? Address = null);

public record Line(string Sku, int Quantity);

public record Address(string Street);

static class Orders
{
    [Post("/orders")]
    public static void Place([Range(1, 9)] int shop, Order order) { }
}
