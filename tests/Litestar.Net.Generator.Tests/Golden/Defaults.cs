LitestarApp.Create([Page]).Run();

[Get("/page")]
static string Page(int page = 1, int? size = null, string sort = "name \"asc\"", Order order = Order.Down) => $"{page} {size} {sort} {order}";

enum Order { Up, Down }
