using Litestar.Conformance.Apps;
using Microsoft.AspNetCore.Antiforgery;

var builder = LitestarApp.CreateBuilder(args);
builder.Services.AddConformance();
builder.Options.ErrorFormat = Enum.Parse<ErrorFormat>(builder.Configuration["ErrorFormat"] ?? nameof(ErrorFormat.Problem));
// One container serves all apps, and only some of them are about tokens.
builder.Options.Metadata(new RequireAntiforgeryTokenAttribute(false));
builder.Handlers.Add(All.Handlers);
builder.Add(new Stock());
builder.Build().Run();
