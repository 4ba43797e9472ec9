using Litestar.Benchmarks;
using Litestar.Benchmarks.Contestants;
using Litestar.Benchmarks.Load;
using Litestar.Benchmarks.Loop;
using Litestar.Benchmarks.Report;

string[] names = [.. Values("--only") is [_, ..] only ? only.Select(name => Contestant.Find(name).Name) : Contestant.All.Select(contestant => contestant.Name)];
Case[] cases = [.. Values("--cases") is [_, ..] chosen ? chosen.Select(Case.Find) : Case.All];

switch (args)
{
    case ["serve", var name, .. var rest]:
        await Server.Serve(Contestant.Find(name).Build(rest, _ => { }));
        return 0;
    case ["run", ..]:
        Table.Print(await (args.Contains("--quick") ? Comparison.Quick : Comparison.Full).Run(names, cases));
        return 0;
    case ["loop", ..]:
        await QuietComparison.Run(names, cases, Values("--samples") is [var samples] ? int.Parse(samples) : 400);
        return 0;
    default:
        Console.Error.WriteLine(
            """
            run [--quick] [--only raw,litestar,minimal,fastendpoints] [--cases greet,json,users,order,signup,refused]   compares; the first named is what others are compared with
            loop [--only …] [--cases …]    the same calls inside one process, the kernel left out, to see what a small change does
            serve raw|litestar|minimal|fastendpoints --urls http://127.0.0.1:5000                        starts one of them, until its input ends
            """);
        return 2;
}

// "--only a,b"
string[] Values(string option) => Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length ? args[at + 1].Split(',') : [];
