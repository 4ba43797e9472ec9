namespace Litestar.Testing;

/// <summary>An app that has been started. Disposing it ends it.</summary>
internal interface IRunningHost : IAsyncDisposable
{
    IServiceProvider Services { get; }
}
