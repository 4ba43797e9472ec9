using Litestar.Benchmarks;
using Litestar.Benchmarks.Contestants;
using Litestar.Benchmarks.Load;
using Litestar.Benchmarks.Loop;
using Litestar.Benchmarks.Questions;
using Litestar.Benchmarks.Report;

Contestant[] contestants = [.. (Values("--only") is [_, ..] only ? only.Select(Contestant.Find) : Contestant.All)];
Case[] cases = [.. Values("--cases") is [_, ..] chosen ? chosen.Select(Case.Find) : Case.All];
var samples = Values("--samples") is [var count] ? int.Parse(count) : 400;
var routes = Values("--routes") is [var many] ? int.Parse(many) : 0;

switch (args)
{
    case ["setup", ..]:
        return await Setup.Run();
    case ["serve", var name, .. var rest] when routes > 0:
        await Server.Serve(ManyRoutes.Build(name, routes, rest, _ => { }));
        return 0;
    case ["serve", var name, .. var rest]:
        await Server.Serve(Contestant.Find(name).Build(rest, _ => { }));
        return 0;
    case ["inside", var name, ..]:
        await Scale.Inside(name, routes, samples);
        return 0;
    case ["loop", ..]:
        await QuietComparison.Run([.. contestants.Where(contestant => contestant.Peer is null).Select(contestant => contestant.Name)], cases, samples);
        return 0;
    case ["report", ..]:
        Print(Questions());
        return 0;
    case ["all", ..] or [_, ..] when Asked() is { Length: > 0 } asked:
        foreach (var question in asked)
        {
            if (args.Contains("--fresh"))
            {
                Findings.Forget(question.Name);
            }

            await question.Measure(args.Contains("--quick") ? Pace.Quick : Pace.Full);
        }

        Print(asked);
        return 0;
    default:
        Console.Error.WriteLine(
            """
            setup                  installs what the comparisons need besides .NET: wrk, and the frameworks of other languages
            all                    measures everything that has not been measured, and prints all tables
            cost                   what a framework costs: CPU, bytes and latency of the same calls, with and without pipelining
            waiting                what one process can do: endpoints that wait 10 ms, async and blocking, under 64 to 512 connections
            scale                  10 to 10,000 routes; bodies and lists of all sizes
            startup                time to the first answer, memory and size, as JIT, ReadyToRun and Native AOT
            build                  what the source generators take
              --quick              under three minutes each; for a first look
              --fresh              forgets what was measured of it before
              --only a,b           of all contestants these; the first is what the others are compared with
              --cases a,b          of all calls these
            report                 prints what was measured so far
              --page FILE          puts the tables into this page of the documentation
              --chart FILE         draws the chart
            loop [--only …] [--cases …] [--samples N]   the same calls inside one process, the kernel left out, to see what a small change does
            serve NAME --urls http://127.0.0.1:5000     starts one of them, until its input ends
            """);
        return 2;
}

Question[] Questions() => [new Cost(contestants, cases), new Waiting(), new StartUp(), new Build(), new Scale()];

Question[] Asked() => [.. Questions().Where(question => args[0] is "all" || question.Name == args[0])];

void Print(Question[] asked)
{
    Console.WriteLine(string.Join('\n', asked.SelectMany(question => question.Tables().Prepend($"## {question.Name}\n"))));
    if (Values("--page") is [var page])
    {
        foreach (var question in asked)
        {
            Page.Fill(page, question.Name, question.Tables());
        }
    }

    if (Values("--chart") is [var file])
    {
        File.WriteAllText(file, Chart.Draw("Requests that one core answers in a second", ["json", "users", "order"], Cost.Rates));
    }
}

// "--only a,b"
string[] Values(string option) => Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length ? args[at + 1].Split(',') : [];
