using System;
using System.Text.Json;
using System.Threading.Tasks;
using Litestar;
using Microsoft.Extensions.DependencyInjection;

namespace Kit;

/// <summary>Adds a stock: a handler with a permission, and a command that prints what the handler returns.</summary>
public sealed class StockPlugin : ILitestarPlugin
{
    /// <inheritdoc/>
    public void Configure(LitestarBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton(HandlerJson.Of);
        builder.Handlers.Add([typeof(Stock)]);
        builder.Commands.Add("stock count ARTICLE [--json]", "counts an article", Count);
    }

    private static async Task<int> Count(CommandContext command)
    {
        var counted = Stock.Count(command.Operands[0]);
        var text = command.Has("--json")
            ? JsonSerializer.Serialize(counted, command.Services.GetRequiredService<HandlerJson>().ForWriting<Counted>())
            : $"{counted.Article}: {counted.Count}";
        await command.Output.WriteLineAsync(text.AsMemory(), command.CancellationToken).ConfigureAwait(false);
        return counted.Count is 0 ? 1 : 0;
    }
}

internal static class Stock
{
    [Permission("stock.read")]
    [Get("/stock/{article}")]
    internal static Counted Count(string article) => new(article, article.Length);
}

internal sealed record Counted(string Article, int Count);
