namespace Litestar.Conformance.Apps;

/// <summary>A plugin that adds a command.</summary>
public sealed class Stock : ILitestarPlugin
{
    public void Configure(LitestarBuilder builder) => builder.Commands.Add("stock count [article] [--at PLACE] [--json]", "counts what is there", async command =>
    {
        await Task.Yield();
        command.CancellationToken.ThrowIfCancellationRequested();
        var article = command.Operands.FirstOrDefault() ?? "all";
        await command.Output.WriteLineAsync(command.Has("--json") ? $$"""{"{{article}}":3}""" : $"{article} at {command.Option("--at") ?? "home"}: 3");
        return article is "all" ? 0 : 4;
    });
}
