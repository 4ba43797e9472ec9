using System.Collections;

namespace Litestar.Errors;

/// <summary>The faults of a request. A small request can hold a million of them: only the first are kept, and once one more is found, nothing more is looked for.</summary>
internal sealed class FaultCollector : IReadOnlyList<Fault>
{
    /// <summary>The number of faults that an answer tells of.</summary>
    public const int Most = 100;

    private Fault[] _kept = new Fault[4];

    /// <summary>The number of faults that are kept.</summary>
    public int Count { get; private set; }

    /// <summary>The number of faults that were added, those that are not kept included.</summary>
    public int TotalCount { get; private set; }

    /// <summary>The number of those added that are not of a rule: of values that did not come or could not be read.</summary>
    public int Unread { get; private set; }

    /// <summary>The gravest status of all that were added.</summary>
    public int Status { get; private set; }

    /// <summary>More was found than is kept.</summary>
    public bool IsFull => TotalCount > Most;

    /// <summary>A rule ran out of time, and no other is asked.</summary>
    public bool IsLate { get; private set; }

    public Fault this[int index] => _kept.AsSpan(0, Count)[index];

    public void Add(Fault fault)
    {
        TotalCount++;
        Unread += fault.IsOfRule ? 0 : 1;
        IsLate |= fault.IsLate;
        Status = Math.Max(Status, fault.Status);
        if (Count == Most)
        {
            return;
        }

        if (Count == _kept.Length)
        {
            Array.Resize(ref _kept, Math.Min(Most, Count * 2));
        }

        _kept[Count++] = fault;
    }

    /// <summary>Adds those of another part of the request.</summary>
    public void Add(IEnumerable<Fault> others)
    {
        foreach (var fault in others)
        {
            Add(fault);
        }

        if (others is FaultCollector all)
        {
            TotalCount = all.IsFull ? Math.Max(TotalCount, Most + 1) : TotalCount;
            Status = Math.Max(Status, all.Status);
            IsLate |= all.IsLate;
        }
    }

    /// <summary>Notes that something was left out because there is no room: what depends on it cannot be looked at either.</summary>
    public void Skip() => TotalCount++;

    public IEnumerator<Fault> GetEnumerator() => _kept.Take(Count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
