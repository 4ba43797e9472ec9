using Litestar.Benchmarks;
using Litestar.Benchmarks.Contestants;
using Litestar.Benchmarks.Load;
using Litestar.Benchmarks.Report;

switch (args)
{
    case ["serve", var name, .. var rest]:
        await Server.Serve(Contestant.Find(name).Build(rest));
        return 0;
    case ["run", ..]:
        var names = Values("--only") is [_, ..] only ? only.Select(name => Contestant.Find(name).Name) : Contestant.All.Select(contestant => contestant.Name);
        var cases = Values("--cases") is [_, ..] chosen ? chosen.Select(Case.Find) : Case.All;
        var comparison = args.Contains("--quick") ? Comparison.Quick : Comparison.Full;
        Table.Print(await comparison.Run([.. names], [.. cases]));
        return 0;
    default:
        Console.Error.WriteLine(
            """
            run [--quick] [--only raw,litestar,minimal] [--cases greet,json,users,order]   compares; the first named is what others are compared with
            serve raw|litestar|minimal --urls http://127.0.0.1:5000                        starts one of them, until its input ends
            """);
        return 2;
}

// "--only a,b"
string[] Values(string option) => Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length ? args[at + 1].Split(',') : [];
