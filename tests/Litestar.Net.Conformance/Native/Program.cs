using Litestar.Conformance.Apps;

var builder = LitestarApp.CreateBuilder(args);
builder.Services.AddConformance();
builder.Options.ErrorFormat = Enum.Parse<ErrorFormat>(builder.Configuration["ErrorFormat"] ?? nameof(ErrorFormat.Problem));
builder.Handlers.Add(All.Handlers);
builder.Build().Run();
