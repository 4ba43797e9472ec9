namespace Litestar.Dependencies;

/// <summary>A provider that is paused at its <c>yield</c> and must be run to its end.</summary>
internal abstract class ProviderIterator : IAsyncDisposable
{    /// <summary>Runs what stands behind the yield.</summary>
    public abstract ValueTask Complete();

    public abstract ValueTask DisposeAsync();
}

/// <summary>A provider that has yielded its one value.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
internal sealed class ProviderIterator<T> : ProviderIterator
{
    private readonly IAsyncEnumerator<T> _sequence;
    private readonly string _provider;

    public ProviderIterator(IAsyncEnumerator<T> sequence, string provider)
    {
        _sequence = sequence;
        _provider = provider;
    }

    /// <summary>The yielded value.</summary>
    public T Value => _sequence.Current;

    /// <summary>Runs the code before the yield.</summary>
    public async ValueTask Begin()
    {
        if (!await _sequence.MoveNextAsync())
        {
            throw new InvalidOperationException($"The provider {_provider} has ended without a value. A provider must yield once.");
        }
    }

    public override async ValueTask Complete()
    {
        if (await _sequence.MoveNextAsync())
        {
            throw new InvalidOperationException($"The provider {_provider} has yielded twice. A provider must yield once, because a request has one value of it.");
        }
    }

    public override ValueTask DisposeAsync() => _sequence.DisposeAsync();
}
