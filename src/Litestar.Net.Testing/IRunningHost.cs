namespace Litestar.Testing;

/// <summary>A started app. Disposing it stops it.</summary>
internal interface IRunningHost : IAsyncDisposable
{
    IServiceProvider Services { get; }
}
