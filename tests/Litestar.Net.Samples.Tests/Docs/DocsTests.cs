using System.Reflection;

namespace Litestar.Samples.Tests.Docs;

/// <summary>Every C# block of the documentation compiles, starts, and answers what the page says it does.</summary>
/// <remarks>
/// A block with top-level statements is a program and is run. Handlers without one are put on a list. A test class is
/// run. What follows as <c>```http</c>, up to the next C# block, is asked and compared; what follows as <c>```console</c> is typed.
/// Blocks inside of an HTML comment count too: they prove what a table says.
/// </remarks>
public sealed class DocsTests
{
    public static TheoryData<string> Pages => [.. Page.All];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_block_of_a_page_does_what_the_page_says(string path)
    {
        var differences = new List<string>();
        foreach (var block in Page.Read(path))
        {
            var assembly = SourceProgram.Compile(block.AssemblyName, block.Source());
            await RunTests(assembly);
            if (assembly.EntryPoint is null)
            {
                Assert.True(block.Exchanges.Count is 0, $"{block} has answers, and no program that gives them.");
                continue;
            }

            differences.AddRange(await DifferencesOfSessions(block));
            await using var app = TestApp.FromProgram(assembly);
            foreach (var exchange in block.Exchanges)
            {
                if (await exchange.Differs(app.Server) is { } difference)
                {
                    differences.Add($"{block}: {difference}\n{string.Join('\n', app.Log.Select(entry => entry.Exception).OfType<Exception>())}");
                }
            }
        }

        Assert.True(differences.Count is 0, string.Join('\n', differences));
    }

    private static async Task<IReadOnlyList<string>> DifferencesOfSessions(Block block)
    {
        if (block.Sessions.Count is 0)
        {
            return [];
        }

        var program = Path.Combine(AppContext.BaseDirectory, $"{block.AssemblyName}.dll");
        await using (var image = SourceProgram.Image(block.AssemblyName, block.Source()))
        {
            await File.WriteAllBytesAsync(program, image.ToArray());
        }

        try
        {
            var found = await Task.WhenAll(block.Sessions.Select(session => session.Differs(program)));
            return [.. found.OfType<string>().Select(difference => $"{block}: {difference}")];
        }
        finally
        {
            File.Delete(program);
        }
    }

    private static async Task RunTests(Assembly assembly)
    {
        foreach (var test in assembly.GetTypes().SelectMany(type => type.GetMethods()).Where(method => method.IsDefined(typeof(FactAttribute))))
        {
            if (test.Invoke(Activator.CreateInstance(test.DeclaringType!), BindingFlags.DoNotWrapExceptions, null, null, null) is Task running)
            {
                await running;
            }
        }
    }
}
