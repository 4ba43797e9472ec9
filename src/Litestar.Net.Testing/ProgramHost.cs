using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Litestar.Testing;

/// <summary>An app that a program builds in its own entry point, captured when the host announces itself.</summary>
/// <remarks>
/// The announcements are events of a <see cref="DiagnosticListener"/> named Microsoft.Extensions.Hosting, which
/// WebApplicationFactory and the EF Core tools use too.
/// </remarks>
internal sealed class ProgramHost : IRunningHost
{
    private readonly IHost _host;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly Task _program;

    private ProgramHost(IHost host, Task program)
    {
        _host = host;
        _program = program;

        // A program that has ended by itself has already disposed its services.
        _lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
    }

    public IServiceProvider Services => _host.Services;

    [RequiresUnreferencedCode("The program's entry point is found by reflection.")]
    public static ProgramHost Start(Assembly program, string[] args, Action<IHostBuilder> configure)
    {
        var main = program.EntryPoint
            ?? throw new InvalidOperationException($"{program.GetName().Name} is not a program, because it has no entry point. Name a type of the project with Program.cs.");
        return Task.Run(() => Start(main, args, configure)).GetAwaiter().GetResult();
    }

    public async ValueTask DisposeAsync()
    {
        _lifetime.StopApplication();
        await _program;
    }

    private static async Task<ProgramHost> Start(MethodInfo main, string[] args, Action<IHostBuilder> configure)
    {
        var started = new TaskCompletionSource<IHost>(TaskCreationOptions.RunContinuationsAsynchronously);
        var listener = new HostListener(configure, started);
        var program = Task.Factory.StartNew(() => Run(main, args, listener), TaskCreationOptions.LongRunning);
        if (await Task.WhenAny(program, started.Task) == program)
        {
            await program;
        }

        return started.Task.IsCompleted
            ? new(await started.Task, program)
            : throw new InvalidOperationException($"{main.DeclaringType?.Assembly.GetName().Name} ended without having started an app. Call Run() in its last line.");
    }

    private static void Run(MethodInfo main, string[] args, HostListener listener)
    {
        using var listening = listener.Listen();
        main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, main.GetParameters().Length is 0 ? [] : [args], null);
    }

    /// <summary>Observes the hosts of one program, which the execution context separates from others in the process.</summary>
    private sealed class HostListener(Action<IHostBuilder> configure, TaskCompletionSource<IHost> started) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        private static readonly AsyncLocal<HostListener?> Current = new();

        private IDisposable? _subscription;

        public IDisposable Listen()
        {
            Current.Value = this;
            return DiagnosticListener.AllListeners.Subscribe(this);
        }

        public void OnNext(DiagnosticListener value)
        {
            if (Current.Value == this && value.Name is "Microsoft.Extensions.Hosting")
            {
                _subscription = value.Subscribe(this);
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            switch (value)
            {
                case { Key: "HostBuilding", Value: IHostBuilder builder } when Current.Value == this:
                    configure(builder);
                    builder.ConfigureWebHost(web => web.UseTestServer());
                    break;
                case { Key: "HostBuilt", Value: IHost host } when Current.Value == this:
                    _subscription?.Dispose();
                    Await(host);
                    break;
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        private void Await(IHost host)
        {
            // Run("http://…") writes the address here; an in-memory server does not use it.
            host.Services.GetService<IServer>()?.Features.Set<IServerAddressesFeature>(new ServerAddressesFeature());
            host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() => started.TrySetResult(host));
        }
    }
}
